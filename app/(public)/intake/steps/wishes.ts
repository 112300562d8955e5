import { patientInput } from "@/lib/domain/patients/schemas";
import { wantedGenders } from "@/lib/domain/vocabulary";
import { z } from "zod";
import { choiceOr, list, readFields, tick } from "./fields";
import type { Step } from "./step";

/** Languages beside German that are offered: those spoken most in Germany, and the few that practices name most. */
export const offeredLanguages = ["en", "tr", "ru", "uk", "ar", "fa", "pl", "ro", "it", "es", "fr"] as const;

const fields = {
  wantedMethods: list(patientInput.shape.wantedMethods),
  wantedTherapistGender: choiceOr(wantedGenders, "any"),
  languagesKind: choiceOr(["german", "other"], "german"),
  languages: list(z.array(z.enum(offeredLanguages))),
  openTo: list(z.array(z.enum(["group", "video"]))),
  stepFreeAccess: tick(),
};

/** What the place should be like; nothing ticked means that anything is welcome. */
export const wishes: Step = {
  id: "wishes",
  fields,
  read(values) {
    const { openTo, languagesKind, languages, ...answers } = readFields(fields, values);
    return {
      ...answers,
      languages: languagesKind === "other" ? languages : [],
      openToGroup: openTo.includes("group"),
      openToVideo: openTo.includes("video"),
    };
  },
};
