import { AppError } from "@/lib/core/errors";
import { consentKinds, requiredConsents } from "@/lib/domain/consents/status";
import { readFields, tick } from "./fields";
import type { Step } from "./step";

const fields = {
  consentProcessing: tick(),
  consentSharing: tick(),
  consentIdentity: tick(),
  consentStatusMails: tick(),
};

/** The field of the form in which a consent is ticked. */
export const consentFields = {
  processing: "consentProcessing",
  sharing: "consentSharing",
  identity: "consentIdentity",
  status_mails: "consentStatusMails",
} as const;

/** Four separate consents, none ticked in advance; two are needed to search at all. */
export const consents: Step = {
  id: "consents",
  fields,
  read(values) {
    const ticked = readFields(fields, values);
    const given = consentKinds.filter((kind) => ticked[consentFields[kind]]);
    const missing = requiredConsents.filter((kind) => !given.includes(kind));
    if (missing.length > 0)
      throw new AppError("invalid", "invalid", {
        fields: Object.fromEntries(missing.map((kind) => [consentFields[kind], `consent_${kind}_missing`])),
      });
    return { consents: given };
  },
};
