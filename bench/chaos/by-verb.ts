import { AppError } from "@/lib/core/errors";
import { type Context, createContext } from "@/lib/core/context";
import { findTokenSubject } from "@/lib/core/tokens";
import { getAnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { getPatientPage } from "@/lib/domain/patients/get-patient-page";
import { confirmPlacement } from "@/lib/domain/placements/confirm-placement";
import { failPlacement } from "@/lib/domain/placements/fail-placement";
import type { Door } from "./door";

/** People answer by the verbs behind the pages, where no web server serves any. */
export function doorByVerb(): Door {
  return { complaints: [], answer, settlePlace };
}

const answer: Door["answer"] = async (secret, outcome) => {
  const page = await getAnswerPage(createContext({ kind: "public" }), secret);
  const item = page?.items[0];
  if (!page || !item) return null;
  const ctx = createContext({ kind: "therapist", inquiryId: page.inquiryId });
  const result = (await respondToInquiry(ctx, page.inquiryId, [{ itemId: item.itemId, outcome }]))[
    item.itemId
  ];
  if (result === "accepted") return "accepted";
  return result === "recorded" ? "declined" : "too_late";
};

const settlePlace: Door["settlePlace"] = async (secret, wish) => {
  const patientId = await findTokenSubject(createContext({ kind: "public" }), "patient_page", secret);
  if (!patientId) return null;
  const ctx = createContext({ kind: "patient", patientId });
  const placementId = (await getPatientPage(ctx)).placement?.id;
  if (!placementId) return null;
  return wish === "confirm" ? confirm(ctx, placementId) : refuse(ctx, placementId);
};

async function confirm(ctx: Context, placementId: string) {
  await confirmPlacement(ctx, { placementId });
  // A second click is told that it was done before.
  await confirmPlacement(ctx, { placementId }).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === "conflict")) throw error;
  });
  return "confirmed" as const;
}

async function refuse(ctx: Context, placementId: string) {
  await failPlacement(ctx, { placementId, reason: "declined" });
  return "refused" as const;
}
