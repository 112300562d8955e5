import type { Translation } from "../../translation";
import type { errors as german } from "../de/errors";

export const errors: Translation<typeof german> = {
  required: "Please fill in this field.",
  choose: "Please choose an answer.",
  tooLong: "Please shorten the text to {max, number} characters or fewer.",
  controlCharacters: "The text contains characters we cannot store. Please type it again.",
  email: "Please enter an e-mail address, such as name@example.com.",
  phone: "Please enter a phone number with area code, such as 0241 123456.",
  postalCode: "Please enter the postcode with five digits.",
  postalCodeUnknown: "We do not know this postcode. Please check the five digits.",
  date: "Please enter a date with day, month and year, such as 24 3 1988.",
  dateInFuture: "This date is in the future. Please check day, month and year.",
  dateTooEarly: "This date is a very long time ago. Please check the year.",
  number: "Please enter a number.",
  numberRange: "Please enter a number from {min, number} to {max, number}.",
  time: "Please enter the time with hour and minute, such as 14:30.",
  timeOrder: "The end must be later than the start.",
  icd10: "Please enter the diagnosis as an ICD-10 code, such as F41.1.",
  travelLimit: "Please say how long or how far you can travel.",
  consentRequired: "Without this consent we cannot search for you.",
  language: "Please choose a language from the list.",
  invalid: "We cannot use this entry. Please check it.",
  fileMissing: "Please choose a file.",
  fileTooBig: "The file is too big. The limit is {megabytes, number} MB.",
  notFound: "This entry does not exist or no longer exists.",
  conflict: "Something has changed in the meantime. Please reload the page and check again.",
  forbidden: "You do not have permission to do this.",
  rateLimited: "Too many attempts. Please wait {minutes, plural, one {one minute} other {# minutes}}.",
  unavailable:
    "This does not work right now. Your details are still here. Please try again in a few minutes.",
  unexpected: "Sorry, that did not work. Please try again. Reference for questions: {id}",
};
