import type { Translation } from "../../translation";
import type { staffMail as german } from "../de/staff-mail";

export const staffMail: Translation<typeof german> = {
  title: "Mail",
};
