import { describe, expect, test, vi } from "vitest";
import { AppError } from "@/lib/core/errors";
import { problemResponse } from "./problem";

const answer = async (error: unknown) => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const response = problemResponse(error, "en", "test");
  log.mockRestore();
  return { status: response.status, headers: response.headers, body: await response.json() };
};

describe("errors as problem documents", () => {
  test.each([
    ["invalid", 422],
    ["not-found", 404],
    ["conflict", 409],
    ["forbidden", 403],
    ["rate-limited", 429],
    ["unavailable", 503],
  ] as const)("%s of the domain has status %i", async (code, status) => {
    const { body, headers } = await answer(new AppError(code, "no_sentence_of_its_own"));
    expect(body).toMatchObject({ status, title: expect.any(String), detail: expect.stringMatching(/\.$/) });
    expect(headers.get("content-type")).toBe("application/problem+json");
  });

  test("a field of the domain is pointed to, and waiting is given in seconds", async () => {
    const invalid = await answer(
      new AppError("invalid", "invalid", { fields: { "travel.maxKm": "required" } }),
    );
    expect(invalid.body.errors).toEqual([{ pointer: "#/travel/maxKm", detail: expect.any(String) }]);
    const limited = await answer(new AppError("rate-limited", "rate_limited", { params: { minutes: 3 } }));
    expect(limited.headers.get("retry-after")).toBe("180");
  });

  test.each(["ECONNREFUSED", "CONNECT_TIMEOUT", "40P01", "53300", "57P01"])(
    "a database that is away or busy (%s) is no error of ours and worth a second try",
    async (code) => {
      const failed = new Error("query", { cause: Object.assign(new Error("secret"), { code }) });
      const { status, headers, body } = await answer(failed);
      expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
      expect(JSON.stringify(body)).not.toContain("secret");
    },
  );

  test("anything else is an error of ours with an id", async () => {
    for (const odd of [new Error("secret"), "secret", null, { secret: 1 }]) {
      const { status, body } = await answer(odd);
      expect(status).toBe(500);
      expect(body.detail).toContain(body.errorId);
      expect(JSON.stringify(body)).not.toContain("secret");
    }
  });
});
