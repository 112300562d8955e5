import { afterEach, describe, expect, test, vi } from "vitest";

afterEach(() => {
  delete process.env.REPLY_ADDRESS;
  delete process.env.MAIL_FROM;
});

async function load(settings: Record<string, string>) {
  Object.assign(process.env, settings);
  vi.resetModules();
  return import("./addresses");
}

describe("answers to an inquiry", () => {
  test("go to an address with its sign in it, and the sign is read from there again", async () => {
    const { replyAddress, referenceIn } = await load({ REPLY_ADDRESS: "Antwort@example.org" });
    expect(replyAddress("K7M4Q2XD")).toBe("Antwort+k7m4q2xd@example.org");
    expect(referenceIn("antwort+K7m4q2xd@EXAMPLE.org")).toBe("K7M4Q2XD");
    expect(replyAddress()).toBe("Antwort@example.org");
  });

  test("are found by no other address", async () => {
    const { referenceIn } = await load({ REPLY_ADDRESS: "antwort@example.org" });
    for (const address of [
      "antwort@example.org",
      "antwort+@example.org",
      "antwort+k7m4q2xd@example.com",
      "xantwort+k7m4q2xd@example.org",
      "antwort+k7m4q2xd@example.org@example.org",
      "antwort+../etc@example.org",
      `antwort+${"A".repeat(500)}@example.org`,
    ]) {
      expect(referenceIn(address), address).toBeNull();
    }
  });

  test("have no address of their own where none is configured", async () => {
    const { replyAddress, referenceIn } = await load({});
    expect(replyAddress("K7M4Q2XD")).toBeUndefined();
    expect(referenceIn("antwort+k7m4q2xd@example.org")).toBeNull();
  });
});

test("the sender's domain is that of the bare address", async () => {
  const { senderAddress, mailDomain } = await load({ MAIL_FROM: '"Lotse, Aachen" <lotse@Mail.Example.org>' });
  expect(senderAddress()).toBe("lotse@Mail.Example.org");
  expect(mailDomain()).toBe("mail.example.org");
});
