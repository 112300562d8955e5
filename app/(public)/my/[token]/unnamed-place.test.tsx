import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Placements } from "@/app/respond/[token]/placements";
import { withdrawConsent } from "@/lib/domain/consents/withdraw-consent";
import { getPatientPage } from "@/lib/domain/patients/get-patient-page";
import { confirmPlacement } from "@/lib/domain/placements/confirm-placement";
import { listAnswerPlacements } from "@/lib/domain/placements/list-answer-placements";
import { asPatient, asTherapist, givenAcceptance, patientOf } from "@/tests/support/placements-world";
import { messages } from "@/lib/i18n/messages";
import { MyPlace } from "./my-place";
import { MyPlacement } from "./my-placement";

const show = (shown: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages.de as never} timeZone="Europe/Berlin">
      {shown}
    </NextIntlClientProvider>,
  );

test("who takes a place without being named is asked first, learns where to call with which sign, and the practice reads no name", async () => {
  const { patient, placementId, inquiryId } = await givenAcceptance();
  await withdrawConsent(asPatient(patient.id), patient.id, "identity");
  const mine = async () => (await getPatientPage(asPatient(patient.id)))!;
  const offered = await mine();
  const asked = show(<MyPlacement token="t" page={offered} place={offered.placement!} />);
  expect(asked).toContain("mit oder ohne diese Einwilligung");
  expect(asked).toMatch(/<input[^>]*name="identity"/);
  expect(asked).not.toMatch(/<input[^>]*name="identity"[^>]*checked/);

  await confirmPlacement(asPatient(patient.id), { placementId });
  const { placement, sharesContact } = await mine();
  const { reference } = placement!;
  const taken = show(<MyPlace token="t" place={placement!} isNamed={sharesContact} />);
  expect(taken).toContain("Bitte rufen Sie die Praxis an");
  expect(taken).toContain(`>${reference}, Person 1</b>`);

  const placements = await listAnswerPlacements(asTherapist(inquiryId));
  const read = show(<Placements placements={placements} reference={reference} token="t" />);
  expect(read).toContain(`Sie meldet sich selbst bei Ihnen und nennt das Zeichen ${reference}, Person 1.`);
  const { firstName, lastName, email, phone } = await patientOf(patient.id);
  for (const telling of [firstName, lastName, email, phone].filter((word) => word !== null))
    expect(read).not.toContain(telling);
});
