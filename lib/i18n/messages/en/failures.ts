import type { Translation } from "../../translation";
import type { failed as germanFailed, failures as german } from "../de/failures";

export const failed: Translation<typeof germanFailed> = {
  title: "That did not work just now",
  text: "The fault is ours. Please try again in a few minutes.",
  retry: "Try again",
  reference: "Reference for questions: {id}",
};

export const failures: Translation<typeof german> = {
  notFound: {
    title: "This page does not exist",
    text: "The address may be incomplete, or a link may have expired. Please use the link in our latest email, or go to the start page.",
    home: "To the start page",
  },
  forbidden: {
    title: "You do not have permission",
    text: "Your account may not open this page. If you need it for your work, please ask the administration of your team.",
    back: "To the overview",
  },
  failed,
};
