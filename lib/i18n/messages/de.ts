import { api } from "./de/api";
import { common } from "./de/common";
import { publicPages } from "./de/public";
import { legal } from "./de/legal";
import { evidence } from "./de/evidence";
import { failures } from "./de/failures";
import { vocabulary } from "./de/vocabulary";
import { errors } from "./de/errors";
import { intake } from "./de/intake";
import { mails } from "./de/mails";
import { patient } from "./de/patient";
import { respond } from "./de/respond";
import { respondMore } from "./de/respond-more";
import { staff } from "./de/staff";
import { staffToday } from "./de/staff-today";
import { staffPatients } from "./de/staff-patients";
import { staffTherapists } from "./de/staff-therapists";
import { staffFits } from "./de/staff-fits";
import { staffMissingFacts } from "./de/staff-missing-facts";
import { staffMatches } from "./de/staff-matches";
import { staffInquiries } from "./de/staff-inquiries";
import { staffCalls } from "./de/staff-calls";
import { staffInbox } from "./de/staff-inbox";
import { staffMail } from "./de/staff-mail";
import { staffImports } from "./de/staff-imports";
import { staffTeam } from "./de/staff-team";
import { staffWorkflows } from "./de/staff-workflows";
import { staffSettings } from "./de/staff-settings";
import { staffComposition } from "./de/staff-composition";
import { staffFairness } from "./de/staff-fairness";
import { staffAudit } from "./de/staff-audit";

/** Every German word of the product, by area; the other languages must have the same keys. */
export const de = {
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
