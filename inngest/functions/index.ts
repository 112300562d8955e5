import { closeSearch } from "./close-search";
import { conductInquiry } from "./conduct-inquiry";
import { conductPlacementFunction } from "./conduct-placement";
import { countFactsFunction } from "./count-facts";
import { dailyMails } from "./daily-mails";
import { deliverMailFunction, deliverReleasedMail } from "./deliver-mail";
import { geocodeAddressFunction } from "./geocode-address";
import { importFile } from "./import-file";
import { openSearch } from "./open-search";
import { receiveMail } from "./receive-mail";
import { resumeSearch } from "./resume-search";
import { retention } from "./retention";
import { runMatchingFunction, scheduleMatching } from "./run-matching";
import { settleAnswer } from "./settle-answer";
import { sweep } from "./sweep-lost-work";
import { weeklyStatus } from "./weekly-status";

/** Every workflow of the product. */
export const functions = [
  closeSearch,
  conductInquiry,
  conductPlacementFunction,
  countFactsFunction,
  dailyMails,
  deliverMailFunction,
  deliverReleasedMail,
  geocodeAddressFunction,
  importFile,
  openSearch,
  receiveMail,
  resumeSearch,
  retention,
  runMatchingFunction,
  scheduleMatching,
  settleAnswer,
  sweep,
  weeklyStatus,
];
