import fc from "fast-check";
import { expect, test } from "vitest";
import { auditFilter } from "@/lib/domain/staff/list-audit";
import { inquiryListFilter } from "@/lib/domain/inquiries/list-inquiries";
import { mailListFilter } from "@/lib/domain/mail/list-mails";
import { patientListFilter } from "@/lib/domain/patients/schemas";
import { therapistListFilter } from "@/lib/domain/therapists/schemas";
import { filterOf, firstText } from "./search-params";

test("what makes no sense in an address is left out, the rest holds", () => {
  const query = {
    status: "searching",
    sort: "nonsense",
    page: "-3",
    pageSize: "9999",
    query: " Sand ",
    done: "saved",
  };
  expect(filterOf(patientListFilter, query)).toEqual({
    status: "searching",
    query: "Sand",
    sort: "waiting",
    direction: "asc",
    page: 1,
    pageSize: 50,
  });
});

test("empty values and repeated names are what a form sends without a choice", () => {
  expect(filterOf(therapistListFilter, { status: "", method: ["VT", "TP"] })).toMatchObject({ method: "VT" });
  expect(filterOf(therapistListFilter, { status: "" }).status).toBeUndefined();
  expect(firstText({ a: ["x", "y"] }, "a")).toBe("x");
});

test("no address, whatever stands in it, keeps a list from being shown", () => {
  const schemas = [patientListFilter, therapistListFilter, inquiryListFilter, mailListFilter, auditFilter];
  const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }), fc.constant(undefined));
  const names = fc.constantFrom(
    "status",
    "query",
    "sort",
    "direction",
    "page",
    "pageSize",
    "act",
    "subjectId",
    "method",
  );
  fc.assert(
    fc.property(fc.constantFrom(...schemas), fc.dictionary(names, value), (schema, query) => {
      const filter = filterOf(schema as typeof patientListFilter, query);
      expect(filter.page).toBeGreaterThan(0);
    }),
  );
});
