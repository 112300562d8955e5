import type { Translation } from "../../translation";
import type { staffAudit as german } from "../de/staff-audit";

export const staffAudit: Translation<typeof german> = {
  title: "Audit log",
  lead: "Who did what and when. Entries cannot be changed or deleted.",
  filter: {
    act: "Act",
    actor: "Who",
    from: "From",
    to: "To",
    subject: "Only about this entry: {id}",
  },
  verify: {
    text: "Every entry carries a seal that builds on the seals before it. It shows when somebody changes or removes something behind the application. New entries are sealed shortly after they are written.",
    submit: "Check the seals",
    intact:
      "{checked, plural, =0 {No entry has been sealed yet.} one {One sealed entry was checked. It is as it was written.} other {# sealed entries were checked. All are as they were written.}}",
    broken:
      "The log was changed. The first {checked, number} entries are right, from entry {id} on they are not. Please tell the person who runs this application at once, and secure the database.",
  },
  columns: {
    at: "Time",
    actor: "Who",
    act: "What",
    subject: "About",
    details: "Details",
    sealed: "Seal",
  },
  actors: {
    public: "Somebody not signed in",
    staff: "Team",
    patient: "Patient by link",
    therapist: "Practice by link",
    api: "Program",
    system: "Lotse",
  },
  subjects: {
    patient: "Patient",
    search: "Search",
    therapist: "Therapist",
    inquiry: "Inquiry",
    mail: "Mail",
    import: "Import",
    call: "Call",
    staff: "Account",
    task: "Task",
    settings: "Settings",
    "matching-run": "Matching",
    "api-token": "Key",
    location: "Site",
  },
  sealed: "Sealed",
  open: "Not yet",
  empty: {
    title: "No entry",
    text: "The log holds nothing for this filter.",
  },
  acts: {
    patient: {
      register: "Patient added",
      verify: "E-mail address confirmed",
      view: "Record read",
      update: "Record changed",
      delete: "Record deleted",
    },
    search: {
      open: "Search begun",
      pause: "Search paused",
      resume: "Search resumed",
      place: "Place found",
      cancel: "Search ended",
    },
    consent: {
      grant: "Consent given",
      withdraw: "Consent withdrawn",
    },
    therapist: {
      create: "Entry added",
      update: "Entry changed",
      block: "Entry blocked",
      unblock: "Block lifted",
      activate: "Entry released",
      deactivate: "Entry deactivated",
      delete: "Entry deleted",
      object: "Objection to contact",
    },
    exclusion: {
      add: "Exclusion saved",
      remove: "Exclusion lifted",
    },
    import: {
      request: "File uploaded",
      finish: "File read",
    },
    matching: {
      request: "Matching ordered",
      finish: "Matching finished",
    },
    inquiry: {
      propose: "Inquiry proposed",
      approve: "Inquiry approved",
      reject: "Proposal rejected",
      view: "Proposal looked at",
      "add-item": "Person added",
      "drop-item": "Person taken out",
      send: "Inquiry sent",
      remind: "Practice reminded",
      answer: "Answer entered",
      expire: "Inquiry expired",
      cancel: "Inquiry withdrawn",
    },
    mail: {
      queue: "Mail queued",
      send: "Mail sent",
      view: "Mail read",
    },
    call: {
      plan: "Call planned",
      finish: "Call done",
      cancel: "Call cancelled",
    },
    staff: {
      create: "Account added",
      update: "Account changed",
      "sign-in": "Signed in",
      "sign-in-failed": "Sign-in failed",
      "sign-out": "Signed out",
      revoke: "Signed out everywhere",
    },
    token: {
      create: "Key made",
      revoke: "Key revoked",
    },
    settings: {
      update: "Settings changed",
    },
    task: {
      finish: "Task done",
    },
    geocode: {
      store: "Place found on the map",
    },
  },
};
