import { expect, test } from "vitest";
import { isAddressUnknown, refusalIn } from "./address-unknown";

test.each([
  "550 5.1.1 <praxis@example.org>: Recipient address rejected: User unknown",
  "550-5.1.1 The email account that you tried to reach does not exist",
  "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found",
  "553 5.1.2 We weren't able to find the recipient domain",
  "553 5.1.3 Bad destination mailbox address syntax",
  "551 5.1.6 The mailbox has moved",
  "550 5.2.1 The mailbox is disabled",
  "550 Requested action not taken: mailbox unavailable",
  "550 sorry, no mailbox here by that name",
  "551 User not local",
  "553 no such user",
  "550 5.0.0 User unknown",
])("“%s”: there is no such mailbox", (said) => expect(isAddressUnknown(refusalIn(said))).toBe(true));

test.each([
  "554 rejected as spam",
  "550 rejected as spam",
  "550 5.7.1 Message rejected as spam by content filter",
  "550 5.7.26 Unauthenticated email from lotse.example is not accepted due to DMARC policy",
  "550 5.1.8 Access denied, bad outbound sender",
  "553 5.1.7 Bad sender's mailbox address syntax",
  "550 5.4.1 Recipient address rejected: Access denied",
  "550 5.4.4 Unable to route",
  "550 5.5.1 Bad sequence of commands",
  "550 Sender verify failed",
  "550 192.0.2.17 is listed by a block list",
  "550 relay not permitted",
  "552 5.2.2 mailbox full",
  "550 mailbox full",
  "552 5.3.4 Message too big",
  "550 5.6.0 Conversion failed",
  "450 4.1.1 user unknown",
  "550 5.0.0 Rejected by policy",
  "The address 5.9.120.14 was not reached",
  "",
])("“%s” says nothing against the address", (said) => expect(isAddressUnknown(refusalIn(said))).toBe(false));
