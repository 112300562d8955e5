import { api } from "./en/api";
import { common } from "./en/common";
import { publicPages } from "./en/public";
import { legal } from "./en/legal";
import { evidence } from "./en/evidence";
import { failures } from "./en/failures";
import { vocabulary } from "./en/vocabulary";
import { errors } from "./en/errors";
import { intake } from "./en/intake";
import { mails } from "./en/mails";
import { patient } from "./en/patient";
import { respond } from "./en/respond";
import { respondMore } from "./en/respond-more";
import { staff } from "./en/staff";
import { staffToday } from "./en/staff-today";
import { staffPatients } from "./en/staff-patients";
import { staffTherapists } from "./en/staff-therapists";
import { staffFits } from "./en/staff-fits";
import { staffMissingFacts } from "./en/staff-missing-facts";
import { staffMatches } from "./en/staff-matches";
import { staffInquiries } from "./en/staff-inquiries";
import { staffCalls } from "./en/staff-calls";
import { staffInbox } from "./en/staff-inbox";
import { staffMail } from "./en/staff-mail";
import { staffImports } from "./en/staff-imports";
import { staffTeam } from "./en/staff-team";
import { staffWorkflows } from "./en/staff-workflows";
import { staffSettings } from "./en/staff-settings";
import { staffComposition } from "./en/staff-composition";
import { staffFairness } from "./en/staff-fairness";
import { staffAudit } from "./en/staff-audit";
import type { Translation } from "../translation";
import type { de } from "./de";

/** Every English word of the product. */
export const en: Translation<typeof de> = {
  api,
  common,
  public: publicPages,
  legal,
  evidence,
  failures,
  vocabulary,
  errors,
  intake,
  mails,
  patient,
  respond,
  respondMore,
  staff,
  staffToday,
  staffPatients,
  staffTherapists,
  staffFits,
  staffMatches,
  staffMissingFacts,
  staffInquiries,
  staffCalls,
  staffInbox,
  staffMail,
  staffImports,
  staffTeam,
  staffWorkflows,
  staffSettings,
  staffComposition,
  staffFairness,
  staffAudit,
};
