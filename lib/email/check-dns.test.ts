import { describe, expect, test } from "vitest";
import { type TxtResolver, checkDns } from "./check-dns";

const key = "A".repeat(392);
const good: Record<string, string[][]> = {
  "example.org": [["google-site-verification=x"], ["v=spf1 mx include:_spf.example.net ", "-all"]],
  "lotse1._domainkey.example.org": [[`v=DKIM1; k=rsa; p=${key.slice(0, 255)}`, key.slice(255)]],
  "_dmarc.example.org": [["v=DMARC1; p=quarantine; rua=mailto:dmarc@example.org"]],
};

const answering =
  (records: Record<string, string[][]>): TxtResolver =>
  async (name) => {
    const found = records[name];
    if (!found) throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
    return found;
  };

const check = (changes: Record<string, string[][]> = {}, selector: string | null = "lotse1") =>
  checkDns(
    { domain: "example.org", dkim: selector ? { selector } : null },
    answering({ ...good, ...changes }),
  );
const verdictOf = async (record: "spf" | "dkim" | "dmarc", name: string, text: string[][]) =>
  (await check({ [name]: text })).find((finding) => finding.record === record);

test("a domain that is set up well is good in all three", async () => {
  expect((await check()).map(({ record, state }) => [record, state])).toEqual([
    ["spf", "good"],
    ["dkim", "good"],
    ["dmarc", "good"],
  ]);
});

test("a domain without records is told what is missing, and where it would stand", async () => {
  const findings = await checkDns({ domain: "leer.example", dkim: { selector: "s" } }, answering({}));
  expect(findings).toMatchObject([
    { state: "missing", reason: "spf_missing", name: "leer.example", found: null },
    { state: "missing", reason: "dkim_missing", name: "s._domainkey.leer.example" },
    { state: "missing", reason: "dmarc_missing", name: "_dmarc.leer.example" },
  ]);
});

test("who lets the mail server sign is not told that a key is missing", async () => {
  expect((await check({}, null))[1]).toMatchObject({ state: "unknown", reason: "not_signed_here" });
});

describe("records that protect little or nothing", () => {
  test.each([
    ["v=spf1 +all", "weak", "spf_open"],
    ["v=spf1 mx ?all", "weak", "spf_open"],
    ["v=spf1 mx", "weak", "spf_no_end"],
    ["v=spf1 redirect=_spf.example.net", "good", "spf_good"],
    ["V=SPF1 MX ~ALL", "good", "spf_good"],
    [`v=spf1 ${"include:a.example ".repeat(11)}-all`, "wrong", "spf_lookups"],
    ["v=spf10 -all", "missing", "spf_missing"],
  ])("%s is %s", async (text, state, reason) => {
    expect(await verdictOf("spf", "example.org", [[text]])).toMatchObject({ state, reason });
  });

  test.each([
    ["v=DKIM1; p=", "wrong", "dkim_revoked"],
    ["v=DKIM1; p=nicht lesbar!", "wrong", "dkim_unreadable"],
    [`v=DKIM1; p=${"A".repeat(216)}`, "weak", "dkim_short"],
    [`k=ed25519; p=${"A".repeat(44)}`, "good", "dkim_good"],
    ["v=spf1 -all", "missing", "dkim_missing"],
  ])("%s is %s", async (text, state, reason) => {
    expect(await verdictOf("dkim", "lotse1._domainkey.example.org", [[text]])).toMatchObject({
      state,
      reason,
    });
  });

  test.each([
    ["v=DMARC1; p=none", "weak", "dmarc_none"],
    ["v=DMARC1; sp=reject", "wrong", "dmarc_unreadable"],
    ["v = DMARC1 ; P = Reject", "good", "dmarc_good"],
    ["v=DMARC12; p=reject", "missing", "dmarc_missing"],
  ])("%s is %s", async (text, state, reason) => {
    expect(await verdictOf("dmarc", "_dmarc.example.org", [[text]])).toMatchObject({ state, reason });
  });

  test("two records of a kind count as none", async () => {
    const two = [["v=spf1 -all"], ["v=spf1 mx -all"]];
    expect(await verdictOf("spf", "example.org", two)).toMatchObject({ state: "wrong", reason: "spf_twice" });
  });
});

describe("hostile answers", () => {
  test("are cut to size, carry no control characters and break nothing", async () => {
    const long = [[`v=DMARC1; p=reject; x=${"\u0000\u202e<script>".repeat(20_000)}`]];
    const finding = await verdictOf("dmarc", "_dmarc.example.org", long);
    expect(finding).toMatchObject({ state: "good" });
    expect(finding!.found!.length).toBeLessThanOrEqual(300);
    expect(finding!.found).toMatch(/^[\x20-\x7e]*$/);
  });

  test.each([
    [[["__proto__=x; v=DMARC1; p=reject"]], "missing"],
    [[["v=DMARC1; __proto__=reject; constructor=x"]], "wrong"],
    [Array.from({ length: 5000 }, () => ["v=DMARC1; p=reject"]), "wrong"],
    [[[]], "missing"],
    [[], "missing"],
  ])("%o", async (records, state) => {
    const started = performance.now();
    expect(await verdictOf("dmarc", "_dmarc.example.org", records)).toMatchObject({ state });
    expect(performance.now() - started).toBeLessThan(500);
  });

  test("a server that fails or refuses leaves the question open", async () => {
    for (const code of ["ESERVFAIL", "ETIMEOUT", "EREFUSED", undefined]) {
      const failing: TxtResolver = () => Promise.reject(Object.assign(new Error("x"), { code }));
      const findings = await checkDns({ domain: "example.org", dkim: { selector: "s" } }, failing);
      expect(findings.every(({ state, reason }) => state === "unknown" && reason === "no_answer")).toBe(true);
    }
  });
});
