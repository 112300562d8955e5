import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { inquiryForwards } from "@/db/schema";
import { createToken, revokeTokens } from "@/lib/core/tokens";
import { declineInquiry } from "@/lib/domain/inquiries/decline-inquiry";
import { expireInquiry } from "@/lib/domain/inquiries/expire-inquiry";
import { forwardInquiry } from "@/lib/domain/inquiries/forward-inquiry";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import type { PatientInput } from "@/lib/domain/patients/schemas";
import type { AnswerOutcome } from "@/lib/domain/inquiries/status";
import { confirmPlacement } from "@/lib/domain/placements/confirm-placement";
import { listAnswerPlacements } from "@/lib/domain/placements/list-answer-placements";
import { takeBackAcceptance } from "@/lib/domain/placements/take-back-acceptance";
import { objectToContact } from "@/lib/domain/therapists/object-to-contact";
import { withdrawSearchFromInquiries } from "@/lib/domain/inquiries/withdraw-search";
import { inTransaction } from "@/lib/core/context";
import { weekdays } from "@/lib/domain/vocabulary";
import { isoDayOf } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { expect, expectAccessible, systemCtx, test } from "./support/test";

/** All that a browser fetches for one page: document, styles, fonts; compressed, as it goes over the line. */
const most = 50_000;

/** People as they are: no two alike, and more told of each than most tell. */
const people: Partial<PatientInput>[] = [
  {
    gender: "female",
    birthDate: "1991-03-02",
    symptoms: ["anxiety", "brooding", "sleep_problems", "conflicts", "grief"],
    wantedMethods: ["VT", "ST"],
    languages: ["de", "tr"],
    openToGroup: true,
    availability: {
      mon: [{ from: "08:00", to: "12:30" }],
      wed: [{ from: "14:00", to: "18:00" }],
      thu: [{ from: "16:30", to: "20:00" }],
    },
  },
  {
    gender: "male",
    birthDate: "1972-11-30",
    symptoms: ["low_mood", "exhaustion", "work_strain"],
    payer: "pkv",
    wantedMethods: ["TP"],
    stepFreeAccess: true,
    availability: { tue: [{ from: "07:00", to: "09:30" }], fri: [{ from: "13:00", to: "19:00" }] },
  },
  {
    gender: "diverse",
    birthDate: "2003-06-12",
    symptoms: ["panic", "social_fears"],
    reimbursementRoute: true,
    openToVideo: true,
    languages: ["de", "en", "fr"],
    availability: { sat: [{ from: "09:00", to: "14:00" }], thu: [{ from: "18:00", to: "21:00" }] },
  },
  {
    gender: "female",
    birthDate: "1958-01-20",
    symptoms: ["pain", "illness", "loneliness"],
    payer: "beihilfe",
    wantedMethods: ["AP", "TP", "VT"],
    availability: { mon: [{ from: "10:00", to: "16:00" }], tue: [{ from: "11:00", to: "15:30" }] },
  },
  {
    gender: "male",
    birthDate: "1985-08-08",
    symptoms: ["compulsions", "trauma", "irritability", "eating_problems"],
    openToGroup: true,
    openToVideo: true,
    stepFreeAccess: true,
    languages: ["de", "uk"],
    availability: { wed: [{ from: "17:15", to: "20:45" }], sun: [{ from: "10:00", to: "12:00" }] },
  },
  { gender: "not_stated", birthDate: "1996-04-01", symptoms: ["self_harm", "emptiness"], payer: "self" },
];

/** A practice on a mail domain of its own that was asked about six people, the most there can be. */
async function givenAsked() {
  const asked = [];
  for (const person of people) asked.push(await givenPatient(systemCtx(), person));
  const domain = `hafen-${crypto.randomUUID()}.example`;
  const allDay = [{ from: "07:00", to: "21:00" }];
  const therapist = await givenTherapist(systemCtx(), {
    email: `info@${domain}`,
    lastName: "Hafenstein",
    languages: ["tr", "en", "fr", "uk"],
    offers: (["VT", "TP", "AP", "ST"] as const).map((method) => ({
      method,
      ageGroup: "adult",
      setting: "individual",
    })),
    officeHours: Object.fromEntries(weekdays.map((day) => [day, allDay])),
    // Nothing is left to check before it is sent.
    locations: [
      {
        address: { street: "Testallee", houseNumber: "2", postalCode: "52064", city: "Aachen" },
        coordinates: { lat: 50.768, lon: 6.09 },
        stepFree: "yes",
      },
    ],
  });
  const searchIds = asked.map(({ searchId }) => searchId);
  const { inquiryId, items } = await givenSentInquiry(systemCtx(), therapist, searchIds);
  const own = { ...systemCtx(), actor: { kind: "therapist", inquiryId } as const };
  const link = async (forwardId?: string) =>
    paths.respond(await createToken(systemCtx(), "respond", inquiryId, forwardId));
  const say = (...outcomes: AnswerOutcome[]) =>
    respondToInquiry(
      own,
      inquiryId,
      outcomes.map((outcome, index) => ({ itemId: items[index]!.id, outcome })),
    );
  const placementId = async () => (await listAnswerPlacements(own))[0]!.id;
  return { people: asked, domain, inquiryId, own, link, say, placementId };
}
type Asked = Awaited<ReturnType<typeof givenAsked>>;

async function forwardedLink({ own, domain, inquiryId, link }: Asked): Promise<string> {
  await forwardInquiry(own, { email: `otto@${domain}` });
  const [forward] = await database()
    .select({ id: inquiryForwards.id })
    .from(inquiryForwards)
    .where(eq(inquiryForwards.inquiryId, inquiryId));
  return link(forward!.id);
}

/** Every state in which somebody can meet the page: how it comes about, and a sentence that only it says. */
const states: [string, (asked: Asked) => Promise<string>, RegExp][] = [
  ["open", ({ link }) => link(), /Therapieplätze für 6 Personen/],
  [
    "answered in part, with a yes",
    async ({ say, link }) => {
      await say("accepted", "later", "rejected_capacity");
      return link();
    },
    /3 Personen sind noch offen.*War die Zusage ein Irrtum/s,
  ],
  [
    "all answered, the receipt",
    async ({ say, link }) => {
      await say("rejected_capacity", "later", "rejected_unsuitable", "later", "later", "later");
      return link();
    },
    /Sie brauchen nichts weiter zu tun/,
  ],
  [
    "the place is taken, and the patient has a name",
    async ({ say, link, people, placementId }) => {
      await say("accepted");
      const patient = { ...systemCtx(), actor: { kind: "patient", patientId: people[0]!.id } as const };
      await confirmPlacement(patient, { placementId: await placementId() });
      return link();
    },
    /Ihr Platz ist angenommen.*Erna Beispiel/s,
  ],
  [
    "all answered, one of them by name",
    async ({ say, link, people, placementId }) => {
      await say("accepted", "later", "later", "later", "later", "later");
      const patient = { ...systemCtx(), actor: { kind: "patient", patientId: people[0]!.id } as const };
      await confirmPlacement(patient, { placementId: await placementId() });
      return link();
    },
    /Ihr Platz ist angenommen.*Freie Plätze melden/s,
  ],
  [
    "a yes was taken back",
    async ({ say, link, own, placementId }) => {
      await say("accepted");
      await takeBackAcceptance(own, { placementId: await placementId(), answer: "rejected_capacity" });
      return withQuery(await link(), { done: "taken-back" });
    },
    /Ihre Zusage ist zurückgenommen/,
  ],
  [
    "the next person can be asked for",
    async ({ link, people }) => {
      await inTransaction(systemCtx(), (tx) =>
        withdrawSearchFromInquiries(tx, people[0]!.searchId, "withdrawn"),
      );
      return link();
    },
    /Passt vielleicht jemand anderes/,
  ],
  [
    "three times yes, and none of them held",
    async ({ say, link, people }) => {
      await say("rejected_capacity");
      await inTransaction(systemCtx(), async (tx) => {
        await withdrawSearchFromInquiries(tx, people[1]!.searchId, "placed_elsewhere");
        await withdrawSearchFromInquiries(tx, people[2]!.searchId, "withdrawn");
      });
      return withQuery(await link(), { lost: "1.2.3" });
    },
    /Diese Antwort gilt noch.*kurz vor Ihnen zugesagt.*sucht keinen Platz mehr/s,
  ],
  [
    "the time is over",
    async ({ inquiryId, link }) => {
      await expireInquiry(systemCtx(), inquiryId);
      return link();
    },
    /Die Frist ist vorbei/,
  ],
  ["sent on to a colleague", forwardedLink, /in der Praxis an Sie weitergegeben/],
  [
    "answered by a colleague",
    async (asked) => {
      const link = await forwardedLink(asked);
      await asked.say("accepted");
      return link;
    },
    /kann sie auf der eigenen Seite zurücknehmen/,
  ],
  [
    "revoked",
    async ({ inquiryId, link }) => {
      const revoked = await link();
      await revokeTokens(systemCtx(), "respond", inquiryId);
      return revoked;
    },
    /führt nicht weiter/,
  ],
  ["unknown", async () => paths.respond("x".repeat(43)), /führt nicht weiter/],
  [
    "objected",
    async ({ own }) => {
      await objectToContact(own, { kind: "address" });
      return withQuery(paths.respond("objected"), { kind: "address" });
    },
    /Er gilt für Ihre E-Mail-Adresse/,
  ],
  [
    "opened again after the objection",
    async ({ own, link }) => {
      const objected = await link();
      await objectToContact(own, { kind: "address" });
      return objected;
    },
    /Ihr Widerspruch gilt/,
  ],
  [
    "opened again after the objection, while a place is waited for",
    async ({ own, say, link }) => {
      await say("accepted");
      await objectToContact(own, { kind: "address" });
      return link();
    },
    /Ihr Widerspruch gilt.*Ihre Zusagen bleiben gültig/s,
  ],
  [
    "no place at all until a day",
    async ({ own, inquiryId, link }) => {
      await declineInquiry(own, inquiryId, isoDayOf(new Date(Date.now() + 90 * 86_400_000)));
      return link();
    },
    /Wir fragen Sie frühestens am/,
  ],
];

test("every state of the page: at most 50 kB all told and no script, kept by nobody, no finding of axe, 320 px wide", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const weights: Record<string, number> = {};
  const english = await freshPage(browser, "en-GB");
  for (const [state, make, says] of states) {
    const link = await make(await givenAsked());
    const page = await freshPage(browser, "de-DE");
    weights[state] = await weigh(page, link);
    await expect(page.locator("main"), state).toContainText(says);
    await look(page);
    await page.context().close();
    await english.goto(link);
    await expect(english.locator("main"), state).not.toContainText(says);
    await expectNarrow(english);
  }
  test.info().annotations.push({ type: "bytes", description: JSON.stringify(weights) });
  for (const [state, bytes] of Object.entries(weights)) expect(bytes, state).toBeLessThan(most);
});

/** Nothing is in its cache, so everything is fetched. */
async function freshPage(browser: Browser, locale: string): Promise<Page> {
  const options = { locale, viewport: { width: 320, height: 640 }, baseURL: process.env.E2E_URL! };
  return (await browser.newContext(options)).newPage();
}

async function weigh(page: Page, link: string): Promise<number> {
  const sizes: Promise<{ responseBodySize: number }>[] = [];
  const kinds: string[] = [];
  page.on("requestfinished", (sent) => {
    kinds.push(sent.resourceType());
    sizes.push(sent.sizes());
  });
  const response = await page.goto(link, { waitUntil: "networkidle" });
  expect(response!.headers()).toMatchObject({
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow",
  });
  expect(kinds).not.toContain("script");
  expect(kinds, "the letters count").toContain("font");
  return (await Promise.all(sizes)).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}

async function expectNarrow(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

async function look(page: Page): Promise<void> {
  await expectNarrow(page);
  await page
    .locator("main details")
    .evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute("open", "")));
  await expectNarrow(page);
  await expectAccessible(page);
}
