import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const directives = (policy: string) =>
  Object.fromEntries(policy.split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1)]));

describe("content security policy", () => {
  test("a script that was smuggled into a page does not run: inline only with the nonce, no eval", () => {
    const scripts = directives(contentSecurityPolicy("abc"))["script-src"]!;
    expect(scripts).toContain("'nonce-abc'");
    expect(scripts).not.toContain("'unsafe-inline'");
    expect(scripts).not.toContain("'unsafe-eval'");
  });

  test("a page without a nonce runs no script at all", () => {
    expect(directives(contentSecurityPolicy(null))["script-src"]).toEqual(["'none'"]);
  });

  test("no page of another site may frame ours, be posted to, or be loaded from", () => {
    const policy = directives(contentSecurityPolicy("abc"));
    expect(policy["frame-ancestors"]).toEqual(["'none'"]);
    expect(policy["form-action"]).toEqual(["'self'"]);
    expect(policy["default-src"]).toEqual(["'self'"]);
    expect(policy["connect-src"]).toEqual(["'self'"]);
  });

  test("plain http is raised to https only where Lotse is reached by https", () => {
    expect(contentSecurityPolicy("abc", { secure: true })).toContain("upgrade-insecure-requests");
    expect(contentSecurityPolicy("abc")).not.toContain("upgrade-insecure-requests");
  });
});
