import { isAddressUnknown } from "./address-unknown";

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
    return { result: refusesRecipient(error) ? "bounced" : "permanent", code: `smtp-${responseCode}` };
  }
  if (isAnswer && responseCode >= 400) return { result: "temporary", code: `smtp-${responseCode}` };
  if (offered) return { result: "unknown", code };
  if (isAnswer) return { result: "permanent", code };
  return { result: "temporary", code: responseCode >= 400 ? `${code}-${responseCode}` : code };
}

/** The recipient was refused because there is no such mailbox; only the answer to its address says so. */
function refusesRecipient({ command, response = "", responseCode }: SmtpError): boolean {
  if (command !== "RCPT TO") return false;
  const enhanced = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return isAddressUnknown({ enhanced, basic: responseCode, words: response });
}
