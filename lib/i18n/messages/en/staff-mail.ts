import type { Translation } from "../../translation";
import type { staffMail as german } from "../de/staff-mail";

export const staffMail: Translation<typeof german> = {
  title: "Mail",
  lead: "{count, plural, one {One mail} other {# mails}}",
  filter: {
    status: "Status",
  },
  columns: {
    template: "Occasion",
    to: "To",
    status: "Status",
    created: "Made",
    sent: "Sent",
  },
  templates: {
    confirm_email: "Confirm e-mail address",
    search_started: "The search has begun",
    place_found: "Place found",
    inquiry: "Inquiry to a practice",
    inquiry_reminder: "Reminder of an inquiry",
  },
  empty: {
    title: "No mails yet",
    text: "Every mail to people and practices is here, with its way.",
    filteredTitle: "No mail with this status",
    filteredText: "Remove the filter.",
  },
  done: {
    arrived: "Entered: the mail has arrived.",
    again: "The mail is on its way again, with a new link.",
    leave: "Done. The mail will not be sent again.",
  },
  item: {
    to: "To",
    created: "Made",
    sent: "Sent",
    kept: "Not delivered: no mail server is set up. The mail can only be read here.",
    attempts: "Attempts",
    error: "Message of the mail server",
    subject: "Subject",
    content: "Content of the mail",
    text: "As plain text",
    notWritten: "This mail has not been written yet. It is written shortly before it is sent.",
    patient: "Open record",
    inquiry: "Open inquiry",
  },
  settle: {
    title: "What is to be done?",
    unknown: "The connection broke while sending. Perhaps the mail has arrived, perhaps not.",
    failed: "The mail server did not take the mail.",
    arrived: "It has arrived",
    again: "Send again",
    leave: "Do not send again",
  },
};
