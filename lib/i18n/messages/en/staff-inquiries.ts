import type { Translation } from "../../translation";
import type { staffInquiries as german } from "../de/staff-inquiries";

export const staffInquiries: Translation<typeof german> = {
  title: "Inquiries",
};
