import { describe, expect, test } from "vitest";
import { safeReturnPath } from "./return-path";

describe("after signing in", () => {
  test.each(["/admin", "/admin/patients?status=open&page=2", "/admin?x=1", "/admin/matches/1#detail"])(
    "%s is kept",
    (path) => expect(safeReturnPath(path)).toBe(path.split("#")[0]),
  );

  test.each([
    undefined,
    "",
    "https://evil.example/admin",
    "//evil.example/admin",
    "/\\evil.example/admin",
    "\\\\evil.example",
    "/admin/../../respond/x",
    "/admin\\..\\..",
    "/adminx",
    "/respond/token",
    "javascript:alert(1)",
    "/admin\n//evil.example",
    "/%2e%2e/%2e%2e/x",
    "/admin/%2e%2e/api",
    "http:/admin",
    "///",
  ])("%j leads to the first page of the desk", (path) => expect(safeReturnPath(path)).toBe("/admin"));
});
