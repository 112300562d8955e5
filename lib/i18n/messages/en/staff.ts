import type { Translation } from "../../translation";
import type { staff as german } from "../de/staff";

export const staff: Translation<typeof german> = {
  title: "Administration",
  nav: {
    label: "Sections",
    open: "Menu",
    close: "Close menu",
    today: "Today",
    patients: "Patients",
    therapists: "Therapists",
    matches: "Proposals",
    inquiries: "Inquiries",
    mail: "Mail",
    imports: "Imports",
    team: "Team",
    workflows: "Workflows",
    settings: "Settings",
    audit: "Audit log",
  },
  user: {
    label: "Account: {name}",
    signOut: "Sign out",
  },
};
