import { expect, test, vi } from "vitest";
import { logUnexpected } from "./unexpected";

test("an unexpected error becomes one line with its id and place, and nothing that was typed", () => {
  const write = vi.spyOn(console, "error").mockImplementation(() => {});
  const cause = Object.assign(new Error("duplicate key value: (email)=(mira@example.org)"), {
    code: "23505",
    constraint_name: "staff_email_unique",
    detail: "Key (email)=(mira@example.org) already exists.",
  });
  const id = logUnexpected(
    new Error("Failed query … params: Mira Sand\n at Mira Sand", { cause }),
    "save patient",
  );
  logUnexpected("Mira Sand", "x");
  const lines = write.mock.calls.map(([text]) => String(text));
  write.mockRestore();
  expect(lines).toHaveLength(2);
  const line = JSON.parse(lines[0]!);
  expect(line).toMatchObject({ level: "error", id, where: "save patient" });
  expect(line.causes[1]).toMatchObject({ code: "23505", constraint: "staff_email_unique" });
  expect(line.causes[0].stack[0]).toContain("unexpected.test");
  expect(lines.join()).not.toMatch(/Mira|example\.org/);
  expect(lines.join("")).not.toContain("\n");
});
