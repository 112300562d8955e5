/**
 * What became of handing a mail over. `temporary`, `permanent` and `bounced` (the address does not exist): certainly
 * not taken. `unknown`: the connection broke in the middle, the server may have taken it.
 */
export type Delivery =
  | { result: "accepted" }
  | { result: "temporary" | "permanent" | "bounced" | "unknown"; code: string };

export type SmtpError = { code?: string; command?: string; response?: string; responseCode?: number };

/** What an error of nodemailer says about the mail; `offered`: the server had begun to receive its text. */
export function classify(error: SmtpError, { offered }: { offered: boolean }): Delivery {
  const { code = "unknown", responseCode = 0 } = error;
  // Only these are answers about this mail; others are about the connection, the password or the certificate.
  const isAnswer = code === "EENVELOPE" || code === "EMESSAGE";
  if (isAnswer && responseCode >= 500) {
    return { result: isAddressUnknown(error) ? "bounced" : "permanent", code: `smtp-${responseCode}` };
  }
  if (isAnswer && responseCode >= 400) return { result: "temporary", code: `smtp-${responseCode}` };
  if (offered) return { result: "unknown", code };
  if (isAnswer) return { result: "permanent", code };
  return { result: "temporary", code: responseCode >= 400 ? `${code}-${responseCode}` : code };
}

/**
 * The recipient was refused because there is no such mailbox, not because it is full, policy forbids it or we are
 * distrusted. Enhanced codes (RFC 3463) decide where there is one: 5.1.x is about the address, 5.2.1 a closed mailbox.
 */
function isAddressUnknown({ command, response = "", responseCode = 0 }: SmtpError): boolean {
  if (command !== "RCPT TO") return false;
  const enhanced = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  if (enhanced) return /^5\.1\.(1|2|3|6|10)$/.test(enhanced) || enhanced === "5.2.1";
  return (
    [550, 551, 553].includes(responseCode) && !/spam|block|polic|reputation|denied|relay/i.test(response)
  );
}
