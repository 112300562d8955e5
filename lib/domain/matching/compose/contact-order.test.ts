import { describe, expect, test } from "vitest";
import { therapistRecord } from "@/tests/support/matching-records";
import { compareInMailbox, contactRank, surnameInAddress } from "./contact-order";

describe("the order of contacting", () => {
  test("available and informed, available, informed, others; with e-mail before without in each", () => {
    const inOrder = [
      { available: "individual" as const, informed: true },
      { available: "individual" as const, informed: true, email: null },
      { available: "individual" as const },
      { available: "individual" as const, email: null },
      { informed: true },
      { informed: true, email: null },
      {},
      { email: null },
    ];
    const ranks = inOrder.map((changes) => contactRank(therapistRecord(changes), { openToGroup: false }));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(new Set(ranks).size).toBe(inOrder.length);
  });

  test("places in a group make a practice available for who would take one, not for others", () => {
    const offers = (["individual", "group"] as const).map((setting) => {
      return { method: "VT" as const, ageGroup: "adult" as const, setting };
    });
    const rank = (available: "individual" | "group" | "either" | null, openToGroup: boolean) =>
      contactRank(therapistRecord({ offers, available }), { openToGroup });
    expect(rank("group", false)).toBe(rank(null, false));
    expect(rank("group", true)).toBe(rank("individual", true));
    expect(rank("either", false)).toBeLessThan(rank("group", false));
    const onlyGroups = therapistRecord({ offers: offers.slice(1), available: "individual" });
    expect(contactRank(onlyGroups, { openToGroup: true })).toBe(rank(null, true));
  });
});

describe("the surname in the address", () => {
  test.each([
    ["mueller@praxis.example", "Müller", 3],
    ["info@praxis-mueller.example", "Müller", 3],
    ["praxismueller@post.example", "Müller", 2],
    ["groesse@post.example", "Größe", 3],
    ["rene.lefevre@post.example", "Lefèvre", 3],
    ["praxis@müller.example", "Müller", 3],
    ["tietz-roder@post.example", "Tietz-Roder", 3],
    ["tietzroder@post.example", "Tietz-Roder", 3],
    ["praxis.tietz@post.example", "Tietz-Roder", 1],
    ["spivakdeweissmann@post.example", "Spivak de Weissmann", 3],
    ["null@post.example", "Null", 3],
    ["praxis@berlin.example", "Li", 0],
    ["dr.li@berlin.example", "Li", 3],
    ["praxis@post.example", "Müller", 0],
    [null, "Müller", 0],
  ])("%s, %s: %i", (email, lastName, expected) => {
    expect(surnameInAddress({ email, lastName })).toBe(expected);
  });
});

describe("who is addressed of those who share a mailbox", () => {
  const email = "sand@praxis.example";

  test("the surname in the address before every title, Prof. before Dr. before neither", () => {
    const named = therapistRecord({ id: "d", email, lastName: "Sand", createdAt: new Date("2026-09-01") });
    const professor = therapistRecord({ id: "c", email, lastName: "Ohm", title: "Univ.-Prof. Dr." });
    const doctor = therapistRecord({ id: "b", email, lastName: "Ohm", title: "Dr. phil." });
    const plain = therapistRecord({ id: "a", email, lastName: "Ohm", title: "Dipl.-Psych." });
    expect([plain, doctor, professor, named].toSorted(compareInMailbox)).toEqual([
      named,
      professor,
      doctor,
      plain,
    ]);
  });

  test("among equals the oldest record, then the id", () => {
    const old = therapistRecord({ id: "z", email: "praxis@x.example", createdAt: new Date("2020-01-01") });
    const first = therapistRecord({ id: "a", email: "praxis@x.example" });
    const second = therapistRecord({ id: "b", email: "praxis@x.example" });
    expect([second, first, old].toSorted(compareInMailbox)).toEqual([old, first, second]);
  });
});
