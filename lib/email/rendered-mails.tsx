import type { ReactElement } from "react";
import { render, toPlainText } from "react-email";
import { ConfirmEmail, type ConfirmEmailProps, confirmEmailSubject } from "./templates/confirm-email";
import { InquiryMail, type InquiryMailProps, inquirySubject } from "./templates/inquiry";
import { PlaceFound, placeFoundSubject } from "./templates/place-found";
import { type PatientPageProps, SearchStarted, searchStartedSubject } from "./templates/search-started";

export type RenderedMail = { subject: string; html: string; text: string };

/** Every mail of the product, ready to send: one function each, subject, HTML and plain text. */
export const confirmEmailMail = (props: ConfirmEmailProps) =>
  rendered(confirmEmailSubject(props.locale), <ConfirmEmail {...props} />);
export const searchStartedMail = (props: PatientPageProps) =>
  rendered(searchStartedSubject(props.locale), <SearchStarted {...props} />);
export const placeFoundMail = (props: PatientPageProps) =>
  rendered(placeFoundSubject(props.locale), <PlaceFound {...props} />);
export const inquiryMail = (props: InquiryMailProps) =>
  rendered(inquirySubject(props), <InquiryMail {...props} />);

async function rendered(subject: string, element: ReactElement): Promise<RenderedMail> {
  const html = await render(element);
  return { subject, html, text: toPlainText(html) };
}
