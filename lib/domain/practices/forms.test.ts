import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { placements } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { confirmPlacement } from "../placements/confirm-placement";
import { failPlacement } from "../placements/fail-placement";
import { getPatientPage } from "../patients/get-patient-page";
import { addPracticeForm, maxFormBytes } from "./add-form";
import { findPracticeForm, listPracticeForms } from "./find-form";
import { removePracticeForm } from "./remove-form";

const pdf = Buffer.from("%PDF-1.7\nBehandlungsvertrag \u0000 Ende");
const asPatient = (patientId: string): Context => ({ ...ctx, actor: { kind: "patient", patientId } });

test("a form is offered once the patient confirmed, to nobody else, and no longer when it came to nothing", async () => {
  const [patient, other, therapist] = [
    await givenPatient(ctx),
    await givenPatient(ctx),
    await givenTherapist(ctx),
  ];
  const { id: therapistId } = therapist;
  await addPracticeForm(ctx, { therapistId, name: "Vertrag.pdf", content: pdf });
  const [form] = await listPracticeForms(ctx, therapistId);
  expect(form).toMatchObject({ name: "Vertrag", sizeBytes: pdf.length });
  const { inquiryId, items } = await givenSentInquiry(ctx, therapist, [patient.searchId]);
  await respondToInquiry(ctx, inquiryId, [{ itemId: items[0]!.id, outcome: "accepted" }]);
  expect(await findPracticeForm(asPatient(patient.id), form!.id)).toBeNull();
  const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, items[0]!.id));
  await confirmPlacement(asPatient(patient.id), { placementId: placement!.id });
  expect((await getPatientPage(asPatient(patient.id))).placement!.forms).toEqual([form]);
  expect((await findPracticeForm(asPatient(patient.id), form!.id))!.content.equals(pdf)).toBe(true);
  expect(await findPracticeForm(asPatient(other.id), form!.id)).toBeNull();
  await failPlacement(ctx, { placementId: placement!.id, reason: "unsuitable" });
  expect(await findPracticeForm(asPatient(patient.id), form!.id)).toBeNull();
  await removePracticeForm(ctx, form!.id);
  await expect(removePracticeForm(ctx, form!.id)).rejects.toMatchObject({ code: "not-found" });
});

test("what is no PDF, too big, or one too many is refused, whatever it is called", async () => {
  const { id: therapistId } = await givenTherapist(ctx);
  const add = (content: Buffer, name = "Vertrag.pdf") => addPracticeForm(ctx, { therapistId, name, content });
  await expect(add(Buffer.from("<script>alert(1)</script>"))).rejects.toMatchObject({ key: "file_not_pdf" });
  await expect(add(Buffer.alloc(0))).rejects.toMatchObject({ key: "file_not_pdf" });
  await expect(add(Buffer.concat([pdf, Buffer.alloc(maxFormBytes)]))).rejects.toMatchObject({
    key: "file_too_big",
  });
  for (let index = 0; index < 5; index++) await add(pdf, `${"x".repeat(500)}.pdf`);
  await expect(add(pdf)).rejects.toMatchObject({ key: "too_many_forms" });
  expect(await listPracticeForms(ctx, therapistId)).toHaveLength(5);
});

test("only who may change practices adds and removes forms", async () => {
  const { id: therapistId } = await givenTherapist(ctx);
  const viewer: Context = { ...ctx, actor: { kind: "staff", id: "x", role: "viewer", name: "x" } };
  const order = { therapistId, name: "x", content: pdf };
  for (const actor of [viewer, asPatient("x"), { ...ctx, actor: { kind: "public" } } as Context]) {
    await expect(addPracticeForm(actor, order)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removePracticeForm(actor, therapistId)).rejects.toMatchObject({ code: "forbidden" });
  }
  await addPracticeForm(ctx, order);
  const [form] = await listPracticeForms(ctx, therapistId);
  const nobody: Context = { ...ctx, actor: { kind: "public" } };
  await expect(findPracticeForm(nobody, form!.id)).rejects.toMatchObject({ code: "forbidden" });
});
