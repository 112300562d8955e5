import { eq } from "drizzle-orm";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  inquiries,
  inquiryForwards,
  inquiryItems,
  mails,
  placements,
  searches,
  staff,
  tasks,
} from "@/db/schema";
import { newId } from "@/db/columns";
import type { Context } from "@/lib/core/context";
import { messages } from "@/lib/i18n/messages";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { updateSettings } from "../settings/settings";
import { symptoms } from "../vocabulary";
import { type MailTemplate, mailTemplates } from "./templates";

/** Everything about a person that could give them away, each word unmistakable. */
const telling = {
  firstName: "Gretelinde",
  lastName: "Wunderlichmann",
  birthDate: "1987-06-05",
  address: { street: "Verratsgasse", houseNumber: "77b", postalCode: "52072", city: "Heimlichstadt" },
  phone: "0241 88776655",
  email: "verratene.adresse@example.org",
  insurer: "Krankenkasse Geheimbund",
  insuranceNumber: "Q765432198",
  generalPractitioner: "Hausarzt Plaudertasche",
  diagnoses: ["F33.2", "F60.31"],
  symptoms: [...symptoms],
  symptomsText: "Panikattacken im Aufzug",
  notes: "Notizgeheimnis",
  heardFrom: "Nachbarin Quasselbach",
};
const tellingTherapist = { firstName: "Karlotta", lastName: "Schweigepflichter", title: "Prof. Dr." };

const tellingWords = [
  "Gretelinde",
  "Wunderlich",
  "1987",
  "Verratsgasse",
  "52072",
  "Heimlichstadt",
  "88776655",
  "Geheimbund",
  "Q765432198",
  "Plaudertasche",
  "F33",
  "F60",
  "Panik",
  "Aufzug",
  "Notizgeheimnis",
  "Quasselbach",
  "Pausengrund",
  "Antwortnotiz",
];
const healthWords = [
  "depress",
  "angst",
  "anxiety",
  "trauma",
  "sucht",
  "suizid",
  "suicid",
  "krank",
  "diagnos",
  "symptom",
  "illness",
  "icd",
  "kasse",
];
const symptomWords = (["de", "en"] as const).flatMap((locale) =>
  Object.values(messages[locale].vocabulary.symptom),
);

let database: TestDatabase;
let ctx: Context;
let server: MailServer;
let made: {
  patientId: string;
  searchId: string;
  inquiryId: string;
  itemId: string;
  practiceId: string;
  staffId: string;
};
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db);
  server = await startMailServer();
  Object.assign(process.env, { SMTP_URL: server.url, REPLY_ADDRESS: "antwort@lotse.example" });
  vi.resetModules();
  await updateSettings(ctx, { quietHours: false });
  const { id: patientId, searchId } = await givenPatient(ctx, telling);
  const { searchId: placed } = await givenPatient(ctx, { ...telling, email: "andere@example.org" });
  const { id, practiceId } = await givenTherapist(ctx, {
    ...tellingTherapist,
    practiceName: "Praxis Schweigepflichter",
  });
  const { inquiryId, items } = await givenSentInquiry(ctx, { id, practiceId }, [searchId, placed]);
  // Nothing that is checked is left to chance: a random id may hold "1987", a random reference "F60".
  await ctx.db.update(inquiries).set({ reference: "WWWWWWWW" }).where(eq(inquiries.id, inquiryId));
  await ctx.db
    .update(inquiryItems)
    .set({ outcome: "placed_elsewhere", note: "Antwortnotiz" })
    .where(eq(inquiryItems.id, items.find((item) => item.searchId === placed)!.id));
  const offered = items.find((item) => item.searchId === searchId)!.id;
  await ctx.db.insert(placements).values({ searchId, itemId: offered, acceptedAt: ctx.now });
  await ctx.db.update(searches).set({ status: "placed" }).where(eq(searches.id, placed));
  await ctx.db.update(mails).set({ status: "sent", sentAt: ctx.now }).where(eq(mails.inquiryId, inquiryId));
  await ctx.db.update(searches).set({ pauseReason: "Pausengrund" }).where(eq(searches.id, searchId));
  const member = { name: "Test", email: "team@example.org", passwordHash: "-", role: "admin" } as const;
  const [row] = await ctx.db.insert(staff).values(member).returning();
  const task = { subjectKind: "patient", subjectId: patientId, dueAt: ctx.now, createdAt: ctx.now };
  await ctx.db.insert(tasks).values({ kind: "crisis", ...task });
  made = { patientId, searchId, inquiryId, itemId: offered, practiceId, staffId: row!.id };
});
afterAll(async () => {
  const { closeMailer } = await import("@/lib/email/mailer");
  closeMailer();
  await server.stop();
  delete process.env.SMTP_URL;
  delete process.env.REPLY_ADDRESS;
  await database.drop();
});

/** In which state of the search a mail has something to say. */
const statusFor: Partial<Record<MailTemplate, "placed" | "paused">> = {
  acceptance_confirm: "placed",
  acceptance_reminder: "placed",
  pause_ending: "paused",
};

let sent = 0;
const fixedId = () => `00000000-0000-7000-8000-${String((sent += 1)).padStart(12, "0")}`;

/** The mail as it left, every part of it readable. */
async function sentMail(template: MailTemplate, locale: "de" | "en") {
  const { patientId, searchId, inquiryId, itemId, practiceId, staffId } = made;
  const { to } = mailTemplates[template];
  const recipient = { patient: { patientId }, practice: { practiceId, inquiryId }, staff: { staffId } }[to];
  const isOver = template === "already_placed";
  await ctx.db
    .update(inquiries)
    .set({ status: isOver ? "cancelled" : "sent" })
    .where(eq(inquiries.id, inquiryId));
  await ctx.db
    .update(inquiryItems)
    .set({ outcome: isOver ? "withdrawn" : "pending" })
    .where(eq(inquiryItems.id, itemId));
  await ctx.db
    .update(searches)
    .set({ status: statusFor[template] ?? "active" })
    .where(eq(searches.id, searchId));
  const forwarded = { recipient: template === "inquiry_forwarded" ? "kollegin@example.org" : null };
  const [mail] = await ctx.db
    .insert(mails)
    .values({
      id: fixedId(),
      template,
      locale,
      occasion: newId(),
      day: "2026-12-07",
      ...recipient,
      ...forwarded,
    })
    .returning();
  if (forwarded.recipient)
    await ctx.db.insert(inquiryForwards).values({ inquiryId, email: forwarded.recipient, mailId: mail!.id });
  server.received.length = 0;
  const { deliverMail } = await import("./deliver-mail");
  expect(await deliverMail(ctx, mail!.id)).toEqual({ status: "sent", askAgainAt: null });
  const { subject, text, html, headerLines } = await simpleParser(server.received[0]!.text);
  // The recipient's own address and the random parts of links and signatures may look like anything.
  const headers = headerLines.filter(({ key }) => key !== "to").map(({ line }) => line);
  return [subject, text, html || "", ...headers].join("\n").replaceAll(/[\w-]{43}|boundary="[^"]*"/g, "…");
}

/** Whether a text has a word, anywhere; a code of a diagnosis counts only as a word, since ids hold its letters by chance. */
function tells(text: string, word: string): boolean {
  const isCode = /^F\d\d$/.test(word);
  return isCode
    ? new RegExp(`(?<![\\w-])${word}`, "i").test(text)
    : text.toLowerCase().includes(word.toLowerCase());
}

const every = (Object.keys(mailTemplates) as MailTemplate[]).flatMap((template) =>
  (["de", "en"] as const).map((locale) => [template, locale] as const),
);

test.each(every)(
  "%s in %s gives nobody away: not in subject, text, HTML or headers",
  async (template, locale) => {
    const all = await sentMail(template, locale);
    const found = [...tellingWords, ...symptomWords, ...healthWords].filter((word) => tells(all, word));
    expect(found).toEqual([]);
    const ids = [made.patientId, made.searchId];
    expect(ids.filter((id) => all.includes(id))).toEqual([]);
    if (mailTemplates[template].to === "practice") return;
    // Who reads over a patient's shoulder learns neither what is looked for nor where.
    expect(all).not.toMatch(/therap|psych|Schweigepflichter|Karlotta/i);
  },
);

test.each(every)(
  "nothing random is searched in %s in %s, so that no word is there by chance",
  async (template, locale) => {
    const constant = async () =>
      (await sentMail(template, locale))
        .replaceAll(/00000000-0000-7000-8000-\d{12}/g, "id")
        .replaceAll(/^Date: .*$/gm, "Date");
    expect(await constant()).toBe(await constant());
  },
);

test("the search finds what is there", () => {
  for (const text of ["Diagnose: F60.31", "(f60)", "F60"]) expect(tells(text, "F60")).toBe(true);
  expect(tells("<01a2145e-eb3d-7f60-b599-adb65b14fb89@x>", "F60")).toBe(false);
  expect(symptomWords.length).toBeGreaterThan(20);
  expect(tellingWords.filter((word) => JSON.stringify(telling).includes(word)).length).toBeGreaterThan(14);
});
