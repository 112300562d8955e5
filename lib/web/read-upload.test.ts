import { describe, expect, test } from "vitest";
import { isFromOwnPage, readUpload } from "./read-upload";

const max = 1024 * 1024;

describe("an uploaded file", () => {
  test("arrives with its name and its bytes", async () => {
    const file = await readUpload(sent(new File(["Straße"], "liste.json")), "file", max);
    expect([file.name, await file.text()]).toEqual(["liste.json", "Straße"]);
  });

  test("of exactly the limit is taken, of one byte more it is refused", async () => {
    const exact = await readUpload(sent(new File(["a".repeat(max)], "a")), "file", max);
    expect(exact.size).toBe(max);
    await expect(readUpload(sent(new File(["a".repeat(max + 1)], "a")), "file", max)).rejects.toMatchObject({
      key: "file_too_big",
      params: { megabytes: 1 },
    });
  });

  test("without a stated length is not read beyond the limit", async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const request = new Request("http://lotse.example/api/imports", {
      method: "POST",
      body: endless,
      duplex: "half",
      headers: { "content-type": "multipart/form-data; boundary=x" },
    } as RequestInit);
    await expect(readUpload(request, "file", max)).rejects.toMatchObject({ key: "file_too_big" });
    expect(given).toBeLessThan(25);
  });

  test.each([
    ["no form at all", new Request("http://lotse.example/", { method: "POST", body: "kein Formular" })],
    ["no body", new Request("http://lotse.example/", { method: "POST" })],
    ["an empty file", sent(new File([], ""))],
    ["a text in place of the file", sent("text")],
  ])("is asked for when there is %s", async (_, request) => {
    await expect(readUpload(request, "file", max)).rejects.toMatchObject({ key: "file_missing" });
  });
});

test("a form counts as ours only from the same host", () => {
  const from = (headers: Record<string, string>) =>
    isFromOwnPage(new Request("http://internal/", { method: "POST", headers }));
  expect(from({ host: "lotse.example", origin: "https://lotse.example" })).toBe(true);
  expect(
    from({ host: "internal", "x-forwarded-host": "lotse.example", origin: "https://lotse.example" }),
  ).toBe(true);
  expect(from({ host: "lotse.example", origin: "https://lotse.example.evil.example" })).toBe(false);
  expect(from({ host: "lotse.example", origin: "null" })).toBe(false);
  expect(from({ host: "lotse.example" })).toBe(false);
});

function sent(file: File | string): Request {
  const body = new FormData();
  body.set("file", file);
  return new Request("http://lotse.example/api/imports", { method: "POST", body });
}
