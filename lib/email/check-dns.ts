import { Resolver } from "node:dns/promises";

/** What is asked of DNS; answers as `node:dns` gives them: a record cut into strings. */
export type TxtResolver = (name: string) => Promise<string[][]>;

/**
 * `good`: as it should be. `missing`: no such record. `weak`: there, but protects little. `wrong`: receivers will
 * refuse or ignore it. `unknown`: DNS did not answer.
 */
export type DnsState = "good" | "missing" | "weak" | "wrong" | "unknown";
export type DnsFinding = {
  record: "spf" | "dkim" | "dmarc";
  state: DnsState;
  /** Names the sentence that says why, and what to do. */
  reason: string;
  /** Where the record stands or should stand. */
  name: string;
  /** What was found, shortened; shown to staff only. */
  found: string | null;
};

type Question = { domain: string; dkim: { selector: string } | null };

const timeoutMs = 5000;
const shownChars = 300;

/**
 * Whether receivers of our mails can tell that they come from us: the records for SPF (RFC 7208), DKIM (RFC 6376) and
 * DMARC (RFC 7489) of the sender's domain. Never throws; what DNS says is only looked at, and cut to size.
 */
export async function checkDns(
  { domain, dkim }: Question,
  resolve: TxtResolver = ask,
): Promise<DnsFinding[]> {
  const dkimName = dkim ? `${dkim.selector}._domainkey.${domain}` : `_domainkey.${domain}`;
  return Promise.all([
    check("spf", domain, resolve, judgeSpf),
    dkim
      ? check("dkim", dkimName, resolve, judgeDkim)
      : { record: "dkim", state: "unknown", reason: "not_signed_here", name: dkimName, found: null },
    check("dmarc", `_dmarc.${domain}`, resolve, judgeDmarc),
  ]);
}

type Verdict = Pick<DnsFinding, "state" | "reason"> & { found?: string };

async function check(
  record: DnsFinding["record"],
  name: string,
  resolve: TxtResolver,
  judge: (records: string[]) => Verdict,
): Promise<DnsFinding> {
  const records = await lookUp(name, resolve);
  if (records === "failed") return { record, name, state: "unknown", reason: "no_answer", found: null };
  const { state, reason, found } = judge(records);
  return { record, name, state, reason, found: found ? printable(found).slice(0, shownChars) : null };
}

/** The records of a name, each in one piece; none when the name has none. */
async function lookUp(name: string, resolve: TxtResolver): Promise<string[] | "failed"> {
  try {
    const answer = await resolve(name);
    return answer.slice(0, 50).map((parts) => parts.join("").slice(0, 5000));
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    return code === "ENOTFOUND" || code === "ENODATA" ? [] : "failed";
  }
}

function judgeSpf(records: string[]): Verdict {
  const found = records.filter((record) => /^v=spf1(\s|$)/i.test(record));
  if (found.length === 0) return { state: "missing", reason: "spf_missing" };
  if (found.length > 1) return { state: "wrong", reason: "spf_twice", found: found.join(" | ") };
  const [record = ""] = found;
  const terms = record.toLowerCase().split(/\s+/).slice(1);
  const lookUps = terms.filter((term) =>
    /^[+?~-]?(include:|a([:/]|$)|mx([:/]|$)|ptr|exists:)|^redirect=/.test(term),
  );
  if (lookUps.length > 10) return { state: "wrong", reason: "spf_lookups", found: record };
  if (terms.some((term) => term === "+all" || term === "all" || term === "?all"))
    return { state: "weak", reason: "spf_open", found: record };
  if (!terms.some((term) => /^[~-]all$|^redirect=/.test(term)))
    return { state: "weak", reason: "spf_no_end", found: record };
  return { state: "good", reason: "spf_good", found: record };
}

function judgeDkim(records: string[]): Verdict {
  const found = records.find((record) => /(^|;)\s*p\s*=/i.test(record));
  if (found === undefined) return { state: "missing", reason: "dkim_missing" };
  const { v = "DKIM1", k = "rsa", p = "" } = tagsOf(found);
  const key = p.replaceAll(/\s/g, "");
  if (key === "") return { state: "wrong", reason: "dkim_revoked", found };
  if (v.toUpperCase() !== "DKIM1" || !/^[a-z0-9+/]+=*$/i.test(key))
    return { state: "wrong", reason: "dkim_unreadable", found };
  // A 1024-bit RSA key has 216 characters in this form, one of 2048 bits 392.
  if (k.toLowerCase() === "rsa" && key.length < 300) return { state: "weak", reason: "dkim_short", found };
  return { state: "good", reason: "dkim_good", found };
}

function judgeDmarc(records: string[]): Verdict {
  const found = records.filter((record) => /^v\s*=\s*DMARC1\s*(;|$)/i.test(record));
  if (found.length === 0) return { state: "missing", reason: "dmarc_missing" };
  if (found.length > 1) return { state: "wrong", reason: "dmarc_twice", found: found.join(" | ") };
  const [record = ""] = found;
  const policy = tagsOf(record).p?.toLowerCase() ?? "";
  if (policy === "none") return { state: "weak", reason: "dmarc_none", found: record };
  if (!["quarantine", "reject"].includes(policy))
    return { state: "wrong", reason: "dmarc_unreadable", found: record };
  return { state: "good", reason: "dmarc_good", found: record };
}

/** "v=DMARC1; p=reject" as names and values; the first of a name counts. */
function tagsOf(record: string): Record<string, string | undefined> {
  const tags: Record<string, string> = Object.create(null);
  for (const part of record.split(";")) {
    const at = part.indexOf("=");
    const name = part.slice(0, at).trim().toLowerCase();
    if (at > 0 && !(name in tags)) tags[name] = part.slice(at + 1).trim();
  }
  return tags;
}

const printable = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, "?");

const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
const ask: TxtResolver = (name) => resolver.resolveTxt(name);
