import { systemContext } from "@/lib/core/context";
import { givenPatient, givenProposal, givenTherapist } from "@/tests/support/factories";
import type { Manner, PatientManner, Story } from "./story";

/** Of ten inquiries the first two are about the same patient, and both practices say yes. */
const manners: readonly Manner[] = [
  "accept",
  "accept",
  "accept",
  "decline",
  "reply",
  "silent",
  "bounce",
  "slow",
  "phone",
  "decline",
];
const patientManners: readonly PatientManner[] = ["confirm", "wait", "refuse"];
const ctx = () => systemContext("chaos");

/** Practices with a mailbox each, every other one without a telephone number, and patients; an inquiry to each waits for review. */
export async function prepareStories(count: number): Promise<Story[]> {
  const stories: Story[] = [];
  for (let i = 0; i < count; i++) {
    const manner = manners[i % 10]!;
    const before = i % 10 === 1 ? stories.at(-1)! : null;
    const patientAddress = before?.patientAddress ?? `patient-${i}@chaos.example`;
    const patient = before
      ? { id: before.patientId, searchId: before.searchId }
      : await givenPatient(ctx(), { email: patientAddress });
    const address = manner === "phone" ? null : `praxis-${i}@chaos.example`;
    const hasNumber = Math.floor(i / 10) % 2 === 0;
    const therapist = await givenTherapist(ctx(), {
      email: address ?? undefined,
      phone: hasNumber ? `0241 7${String(i).padStart(6, "0")}` : undefined,
    });
    const channel = address ? "email" : "phone";
    const { inquiryId } = await givenProposal(ctx(), therapist, [patient.searchId], channel);
    if (before) before.rivalId = inquiryId;
    stories.push({
      inquiryId,
      practiceId: therapist.practiceId,
      therapistId: therapist.id,
      address,
      hasNumber,
      manner,
      patientId: patient.id,
      searchId: patient.searchId,
      patientAddress,
      patientManner: before?.patientManner ?? patientManners[(i + Math.floor(i / 10)) % 3]!,
      rivalId: before?.inquiryId ?? null,
    });
  }
  return stories;
}
