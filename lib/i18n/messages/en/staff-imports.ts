import type { Translation } from "../../translation";
import type { staffImports as german } from "../de/staff-imports";

export const staffImports: Translation<typeof german> = {
  title: "Imports",
  lead: "Read therapists from a capture of the Arztsuche.",
  upload: {
    title: "Read a file",
    file: "Capture of the Arztsuche (JSON)",
    hint: "Old and new form, mixed too. Up to 20 MB. Whoever is in the directory already is not added twice.",
    submit: "Read",
  },
  columns: {
    file: "File",
    status: "State",
    created: "Uploaded",
    total: "Entries",
    added: "New",
    changed: "Changed",
    unchanged: "Same",
    refused: "Refused",
  },
  statuses: {
    requested: "Waiting",
    running: "Running",
    finished: "Done",
    failed: "Failed",
  },
  empty: {
    title: "Nothing has been read yet",
    text: "Upload the first file above.",
  },
  done: {
    released: "The new entries are released. Inquiries are possible from now on.",
  },
  progress: {
    running: "The file is being read",
    text: "{done, number} of {total, number} entries",
    waiting:
      "The import has been waiting since {time}. The workflow engine does not answer; it will catch up once it runs.",
  },
  records: {
    title: "Entries of the file",
    all: "All",
    waiting: "Open",
    line: "No.",
    name: "Name",
    outcome: "Result",
    reason: "Reason and remarks",
    shown: "The first {count, number} entries are shown.",
    empty: "No entry with this result.",
    unnamed: "Without a name",
  },
  outcomes: {
    waiting: "Open",
    added: "New",
    changed: "Changed",
    unchanged: "Same",
    refused: "Refused",
  },
  release: "Release all new ones",
};
