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
    missingFacts: "Missing facts",
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
    lead: "For the placement team. Patients and practices need no account.",
    email: "Email address",
    password: "Password",
    submit: "Sign in",
    forgotten: "Forgot your password? An administrator can set a new one.",
  },
  forbidden: {
    title: "You do not have permission for this",
    text: "Your account may not open this page. If you need it for your work, ask an administrator.",
    back: "Go to Today",
  },
  notFound: {
    title: "This entry does not exist",
    text: "It may have been deleted, or the address is not quite right.",
    back: "Go to Today",
  },
  banner: {
    sessionEnds: "Your sign-in ends at {time}. Please save by then and sign in again.",
    mailsKept:
      "Emails are not delivered: no mail server is set up. They can only be read here under “Email”.",
    demo: "This is a demonstration. All people are invented.",
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
