import type { Translation } from "../../translation";
import type { staffImports as german } from "../de/staff-imports";

export const staffImports: Translation<typeof german> = {
  title: "Imports",
  lead: "Import therapists from an Arztsuche capture.",
  upload: {
    title: "Import a file",
    file: "Arztsuche capture (JSON)",
    hint: "Old and new formats, or a mixture. Up to 20 MB. Anyone already in the directory is not added again.",
    submit: "Import",
  },
  columns: {
    file: "File",
    status: "Status",
    created: "Uploaded",
    total: "Entries",
    added: "New",
    changed: "Changed",
    unchanged: "Unchanged",
    refused: "Rejected",
  },
  statuses: {
    requested: "Waiting",
    running: "Running",
    finished: "Done",
    failed: "Failed",
  },
  empty: {
    title: "Nothing has been imported yet",
    text: "Upload the first file above.",
  },
  done: {
    released: "The new entries have been approved. Inquiries can now be sent to them.",
  },
  progress: {
    running: "Importing the file",
    text: "{done, number} of {total, number} entries",
    waiting:
      "The import has been waiting since {time}. The workflow engine is not responding; it will catch up as soon as it is running.",
  },
  records: {
    title: "Entries in the file",
    all: "All",
    waiting: "Open",
    line: "No.",
    name: "Name",
    outcome: "Result",
    reason: "Reason and notes",
    shown: "Showing the first {count, number} entries.",
    empty: "No entries with this result.",
    unnamed: "Unnamed",
  },
  outcomes: {
    waiting: "Open",
    added: "New",
    changed: "Changed",
    unchanged: "Unchanged",
    refused: "Rejected",
  },
  release: "Approve all new entries",
};
