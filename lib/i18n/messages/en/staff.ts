import type { Translation } from "../../translation";
import type { staff as german } from "../de/staff";

export const staff: Translation<typeof german> = {
  title: "Administration",
  nav: {
    label: "Sections",
    notices: "Notices",
    open: "Menu",
    close: "Close menu",
    today: "Today",
    patients: "Patients",
    therapists: "Therapists",
    matches: "Proposals",
    missingFacts: "Missing information",
    inquiries: "Inquiries",
    calls: "Calls",
    inbox: "Inbox",
    mail: "Email",
    imports: "Imports",
    team: "Team",
    workflows: "Workflows",
    fairness: "Fairness",
    settings: "Settings",
    audit: "Audit log",
  },
  signIn: {
    title: "Sign in",
    lead: "For the placement team. Patients and practices do not need an account.",
    email: "Email address",
    password: "Password",
    submit: "Sign in",
    forgotten: "Forgotten your password? An administrator can set a new one.",
  },
  forbidden: {
    title: "You do not have permission to see this",
    text: "Your account is not allowed to open this page. If you need it for your work, please ask an administrator.",
    back: "Go to Today",
  },
  notFound: {
    title: "This entry does not exist",
    text: "It may have been deleted, or the address may not be quite right.",
    back: "Go to Today",
  },
  banner: {
    sessionEnds: "You will be signed out at {time}. Please save your work before then and sign in again.",
    mailsKept:
      "Emails are not being delivered: no mail server has been set up. You can only read them here under “Email”.",
    demo: "This is a demonstration. All the people are invented.",
  },
  done: "Done",
  open: "Open",
  saved: "Saved.",
  all: "All",
  none: "–",
  user: {
    label: "Account",
    account: "My account",
    signOut: "Sign out",
  },
};
