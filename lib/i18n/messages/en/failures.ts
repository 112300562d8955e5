import type { Translation } from "../../translation";
import type { failed as germanFailed, failures as german } from "../de/failures";

export const failed: Translation<typeof germanFailed> = {
  title: "Sorry, that did not work",
  text: "Something went wrong on our side. Please try again in a few minutes.",
  retry: "Try again",
  reference: "If you contact us, please quote this reference: {id}",
};

export const failures: Translation<typeof german> = {
  notFound: {
    title: "This page does not exist",
    text: "The address may be incomplete, or the link may have expired. Please use the link in our most recent email, or go to the home page.",
    home: "Go to home page",
  },
  forbidden: {
    title: "You do not have permission",
    text: "Your account is not allowed to open this page. If you need it for your work, please ask your team’s administrator.",
    back: "Go to overview",
  },
  failed,
};
