import { asc, eq } from "drizzle-orm";
import { inquiries, mails, patients, therapists } from "@/db/schema";
import { database } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { proposeInquiries } from "@/lib/domain/inquiries/propose-inquiries";
import { cookieOf } from "@/lib/auth/session";
import { composePresent, loadPresent } from "@/lib/domain/matching/compose/compose-now";
import { loadKnowledge } from "@/lib/domain/matching/compose/load-knowledge";
import { toInquiries } from "@/lib/domain/matching/run/propose-run";
import { getSettings } from "@/lib/domain/settings/settings";
import { createStaff } from "@/lib/domain/staff/create-staff";
import { signIn } from "@/lib/domain/staff/sign-in";
import type { StaffRole } from "@/lib/domain/staff/status";
import { paths, withQuery } from "@/lib/paths";
import { formOf } from "./form-of";

const password = "leuchtturm-am-deich-42";
const quietly = async () => {};
const isProposed = eq(inquiries.status, "proposed");

/** What a first matching run leaves on the desk: its proposals, and a mail about each. */
export async function fillDesk(): Promise<number> {
  const ctx = systemContext("bench");
  const settings = await getSettings(ctx);
  const present = await loadPresent(ctx, quietly);
  const knowledge = await loadKnowledge(ctx, present.records.therapists, { learn: settings.learnOdds });
  const composed = await composePresent(present, settings, knowledge, null, quietly);
  const proposals = await toInquiries(composed, present, knowledge.odds);
  const { maxParallel } = settings;
  const stored = await proposeInquiries(ctx, { runId: null, proposals, maxParallel });
  const rows = await ctx.db.select({ id: inquiries.id, practiceId: inquiries.practiceId }).from(inquiries);
  for (let start = 0; start < rows.length; start += 500) {
    await ctx.db.insert(mails).values(
      rows.slice(start, start + 500).map(({ id, practiceId }) => ({
        template: "inquiry",
        practiceId,
        inquiryId: id,
        status: "sent" as const,
        occasion: `bench ${id}`,
      })),
    );
  }
  return stored;
}

/** The cookie of a session of somebody with this role, as the browser sends it. */
export async function signedInCookie(role: StaffRole = "coordinator"): Promise<string> {
  const ctx = systemContext("bench");
  const email = `${role}@lotse.example`;
  await createStaff(ctx, { email, name: "Kim Beispiel", role, password });
  const session = await signIn(ctx, { email, password, address: "127.0.0.1" });
  const { name, value } = await cookieOf(session);
  return `${name}=${value}`;
}

/** Addresses by page; several where the cost depends on the record. */
export async function pagesToMeasure(): Promise<Record<string, string[]>> {
  const db = database();
  const [proposed, people, active] = await Promise.all([
    db.select({ id: inquiries.id }).from(inquiries).where(isProposed).orderBy(asc(inquiries.id)).limit(20),
    db.select({ id: patients.id }).from(patients).orderBy(asc(patients.id)).limit(20),
    db.select({ id: therapists.id }).from(therapists).orderBy(asc(therapists.id)).limit(20),
  ]);
  return {
    today: [paths.admin.today],
    review: proposed.map(({ id }) => paths.admin.match(id)),
    "who else fits a proposal": proposed.map(({ id }) =>
      withQuery(paths.admin.match(id), { show: "others" }),
    ),
    patients: [paths.admin.patients, withQuery(paths.admin.patients, { query: "beispiel", page: 20 })],
    therapists: [
      paths.admin.therapists,
      withQuery(paths.admin.therapists, { sort: "city", page: 100 }),
      withQuery(paths.admin.therapists, { query: "name12" }),
    ],
    inquiries: [paths.admin.inquiries, withQuery(paths.admin.inquiries, { status: "proposed", page: 20 })],
    mail: [paths.admin.mail, withQuery(paths.admin.mail, { page: 20 })],
    "who fits a patient": people.map(({ id }) => paths.admin.patientFits(id)),
    "who fits a therapist": active.map(({ id }) => paths.admin.therapistFits(id)),
  };
}

/** The form that shows the effect of the settings for composition, as the page offers it to an admin. */
export async function compositionPreview(base: string, cookie: string) {
  const url = base + paths.admin.settingsComposition;
  const page = await fetch(url, { headers: { cookie } });
  const form = { ...formOf(await page.text(), "strategy"), intent: "preview" };
  return { urls: [url], cookie, form, says: /würde ein Abgleich jetzt/ };
}
