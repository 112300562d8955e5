import { describe, expect, test } from "vitest";
import { confirmEmailMail, inquiryMail, placeFoundMail, searchStartedMail } from "../rendered-mails";

const imprint = {
  name: "Vermittlung Muster",
  street: "Probeweg 1",
  city: "52062 Aachen",
  email: "kontakt@example.org",
};
const link = "https://lotse.example/respond/abc";
const inquiry = {
  salutation: "female",
  title: "Dr.",
  lastName: "Muster",
  patients: 3,
  methods: ["Verhaltenstherapie"],
  areas: ["52…"],
  link,
  reference: "K7M4Q2XD",
  dueOn: "7. Dezember 2026",
  source: "Arztsuche, 11.03.2026",
  reminder: false,
  imprint,
} as const;
type Inquiry = Parameters<typeof inquiryMail>[0];
const render = (changes: Partial<Inquiry> = {}) =>
  inquiryMail({ ...inquiry, methods: [...inquiry.methods], areas: [...inquiry.areas], ...changes });

describe("mails to practices", () => {
  test("say how many, which methods, where, by when, from which source, and how to object", async () => {
    const { subject, text } = await render();
    expect(subject).toBe("Anfrage K7M4Q2XD: Therapieplätze für 3 Personen");
    for (const part of [
      "Sehr geehrte Frau Dr. Muster",
      "Verhaltenstherapie",
      "52…",
      link,
      "7. Dezember 2026",
      "Arztsuche, 11.03.2026",
      `${link}#widerspruch`,
      "Probeweg 1",
    ]) {
      expect(text).toContain(part);
    }
  });

  test("have one person in the singular", async () => {
    const { subject, text } = await render({ patients: 1 });
    expect(subject).toContain("Therapieplatz für 1 Person");
    expect(text).toContain("eine Person");
    expect(text).not.toContain("Personen");
  });

  test("guess no gender", async () => {
    expect((await render({ salutation: null })).text).toContain("Guten Tag Dr. Muster");
  });

  test("cannot be made to carry markup from a name", async () => {
    const { html } = await render({ lastName: "<script>alert(1)</script>" });
    expect(html).not.toContain("<script>");
  });
});

describe("mails to patients", () => {
  test.each(["de", "en"] as const)("carry their link and no exclamation mark, %s", async (locale) => {
    const made = [
      await confirmEmailMail({ locale, link, validDays: 7, imprint }),
      await searchStartedMail({ locale, link, imprint }),
      await placeFoundMail({ locale, link, imprint }),
    ];
    for (const { subject, text, html } of made) {
      expect(text).toContain(link);
      expect(`${subject}${text}`).not.toContain("!");
      expect(html).toContain(`lang="${locale}"`);
    }
  });
});
