import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { staff as staffTable } from "@/db/schema";
import type { Actor, Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { apiScopes } from "@/lib/core/permissions";
import { grantConsents } from "@/lib/domain/consents/grant-consents";
import { withdrawConsent } from "@/lib/domain/consents/withdraw-consent";
import { createPatient } from "@/lib/domain/patients/create-patient";
import { deletePatient } from "@/lib/domain/patients/delete-patient";
import { getPatient } from "@/lib/domain/patients/get-patient";
import { getPatientPage } from "@/lib/domain/patients/get-patient-page";
import { listPatients, pagePatients } from "@/lib/domain/patients/list-patients";
import { patientInput, patientListFilter } from "@/lib/domain/patients/schemas";
import { updatePatient } from "@/lib/domain/patients/update-patient";
import { cancelSearch } from "@/lib/domain/searches/cancel-search";
import { pauseSearch } from "@/lib/domain/searches/pause-search";
import { resumeDueSearches, resumeSearch } from "@/lib/domain/searches/resume-search";
import { createApiToken, listApiTokens, revokeApiToken } from "@/lib/domain/staff/api-tokens";
import { activateTherapists } from "@/lib/domain/therapists/activate-therapists";
import { blockTherapist } from "@/lib/domain/therapists/block-therapist";
import { createTherapist } from "@/lib/domain/therapists/create-therapist";
import { deactivateTherapist } from "@/lib/domain/therapists/deactivate-therapist";
import { deleteTherapist } from "@/lib/domain/therapists/delete-therapist";
import { addExclusion, removeExclusion } from "@/lib/domain/therapists/exclusions";
import { getTherapist } from "@/lib/domain/therapists/get-therapist";
import { liftObjection } from "@/lib/domain/therapists/lift-objection";
import { listObjections } from "@/lib/domain/therapists/list-objections";
import { listTherapists } from "@/lib/domain/therapists/list-therapists";
import { objectToContact } from "@/lib/domain/therapists/object-to-contact";
import { pageTherapists } from "@/lib/domain/therapists/page-therapists";
import { therapistInput, therapistListFilter } from "@/lib/domain/therapists/schemas";
import { unblockTherapist } from "@/lib/domain/therapists/unblock-therapist";
import { updateTherapist } from "@/lib/domain/therapists/update-therapist";
import { type TestDatabase, createTestDatabase } from "./support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const ctx: Context = { db: database.db, actor: { kind: "system", job: "test" }, now: new Date() };
  await createPatient(ctx, { ...somePatient, id: ownPatientId });
  const somebody = { name: "x", email: "x@example.org", passwordHash: "", role: "admin" as const };
  await database.db.insert(staffTable).values({ id: staffId, ...somebody });
});
afterAll(() => database.drop());

const [ownPatientId, staffId] = [newId(), newId()];
const staff = (role: "viewer" | "coordinator" | "admin"): Actor => ({
  kind: "staff",
  id: staffId,
  role,
  name: "x",
});
const actors: Record<string, Actor> = {
  public: { kind: "public" },
  viewer: staff("viewer"),
  coordinator: staff("coordinator"),
  admin: staff("admin"),
  patient: { kind: "patient", patientId: ownPatientId },
  therapist: { kind: "therapist", inquiryId: newId() },
  "api without scope": { kind: "api", tokenId: newId(), scopes: [] },
  "api with an invented scope": { kind: "api", tokenId: newId(), scopes: ["staff.manage", "*"] },
  ...Object.fromEntries(
    apiScopes.map((scope) => [`api ${scope}`, { kind: "api", tokenId: newId(), scopes: [scope] } as Actor]),
  ),
  system: { kind: "system", job: "test" },
};

const somePatient = patientInput.parse({
  firstName: "Erna",
  lastName: "Beispiel",
  address: { postalCode: "52062" },
  travel: { maxKm: 20 },
});
const someTherapist = therapistInput.parse({
  lastName: "Muster",
  locations: [{ address: { postalCode: "52062" } }],
});
const pair = () => ({ patientId: newId(), therapistId: newId(), reason: "staff" as const });

const desk = ["coordinator", "admin", "system"];
const readers = (noun: string) => ["viewer", ...desk, `api ${noun}.read`];
const writers = (noun: string) => [...desk, `api ${noun}.write`];
const orPatient = (names: string[]) => [...names, "patient"];

/** Each verb, called for a record that does not exist, and the actors who are let through to find that out. */
const verbs: [string, (ctx: Context) => Promise<unknown>, string[]][] = [
  ["createPatient", (ctx) => createPatient(ctx, somePatient), writers("patients")],
  ["updatePatient", (ctx) => updatePatient(ctx, newId(), { lastName: "X" }), writers("patients")],
  ["deletePatient", (ctx) => deletePatient(ctx, newId()), writers("patients")],
  ["getPatient", (ctx) => getPatient(ctx, newId()), readers("patients")],
  ["getPatientPage", (ctx) => getPatientPage(ctx), ["patient"]],
  ["listPatients", (ctx) => listPatients(ctx, patientListFilter.parse({})), readers("patients")],
  ["pagePatients", (ctx) => pagePatients(ctx, { limit: 1 }), readers("patients")],
  [
    "pauseSearch",
    (ctx) => pauseSearch(ctx, newId(), { until: null, reason: "" }),
    orPatient(writers("patients")),
  ],
  ["resumeSearch", (ctx) => resumeSearch(ctx, newId()), orPatient(writers("patients"))],
  ["cancelSearch", (ctx) => cancelSearch(ctx, newId(), "other"), orPatient(writers("patients"))],
  ["resumeDueSearches", (ctx) => resumeDueSearches(ctx), ["system"]],
  ["grantConsents", (ctx) => grantConsents(ctx, newId(), ["identity"]), orPatient(writers("patients"))],
  ["withdrawConsent", (ctx) => withdrawConsent(ctx, newId(), "identity"), orPatient(writers("patients"))],
  ["addExclusion", (ctx) => addExclusion(ctx, pair()), writers("patients")],
  ["removeExclusion", (ctx) => removeExclusion(ctx, pair()), writers("patients")],
  ["createTherapist", (ctx) => createTherapist(ctx, someTherapist), writers("therapists")],
  ["updateTherapist", (ctx) => updateTherapist(ctx, newId(), { title: "" }), writers("therapists")],
  ["blockTherapist", (ctx) => blockTherapist(ctx, newId(), "x"), writers("therapists")],
  ["unblockTherapist", (ctx) => unblockTherapist(ctx, newId()), writers("therapists")],
  ["activateTherapists", (ctx) => activateTherapists(ctx, [newId()]), writers("therapists")],
  ["deactivateTherapist", (ctx) => deactivateTherapist(ctx, newId()), writers("therapists")],
  ["deleteTherapist", (ctx) => deleteTherapist(ctx, newId()), writers("therapists")],
  ["listObjections", (ctx) => listObjections(ctx, newId()), readers("therapists")],
  [
    "objectToContact",
    (ctx) => objectToContact(ctx, { kind: "person", therapistId: newId() }),
    [...desk, "therapist"],
  ],
  [
    "liftObjection",
    (ctx) => liftObjection(ctx, { whose: { therapistId: newId() }, kind: "person", reason: "by_mistake" }),
    ["admin", "system"],
  ],
  ["getTherapist", (ctx) => getTherapist(ctx, newId()), readers("therapists")],
  ["listTherapists", (ctx) => listTherapists(ctx, therapistListFilter.parse({})), readers("therapists")],
  ["pageTherapists", (ctx) => pageTherapists(ctx, { limit: 1 }), readers("therapists")],
  [
    "createApiToken",
    (ctx) => createApiToken(ctx, { name: "x", scopes: ["patients.read"] }),
    ["admin", "system"],
  ],
  ["revokeApiToken", (ctx) => revokeApiToken(ctx, newId()), ["admin", "system"]],
  ["listApiTokens", (ctx) => listApiTokens(ctx), ["admin", "system"]],
];

describe("who may", () => {
  test.each(verbs)("%s", async (name, call, expected) => {
    const allowed: string[] = [];
    for (const [who, actor] of Object.entries(actors)) {
      const result = await call({ db: database.db, actor, now: new Date() }).catch((error: unknown) => error);
      if (result instanceof Error && !(result instanceof AppError)) throw result;
      if (!isRefused(result, name)) allowed.push(who);
    }
    expect(allowed.sort()).toEqual([...expected].sort());
  });
});

/** The status page is not there for anybody else, so that nobody learns that there is one. */
function isRefused(result: unknown, verb: string): boolean {
  if (!(result instanceof AppError)) return false;
  return result.code === "forbidden" || (verb === "getPatientPage" && result.code === "not-found");
}
