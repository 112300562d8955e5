import type { Translation } from "../../translation";
import type { common as german } from "../de/common";

export const common: Translation<typeof german> = {
  product: "Lotse",
  skipToContent: "Skip to main content",
  back: "Back",
  next: "Continue",
  save: "Save",
  cancel: "Cancel",
  close: "Close",
  change: "Change",
  yes: "Yes",
  no: "No",
  unknown: "Not known",
  notStated: "Not stated",
  language: {
    label: "Language",
    de: "Deutsch",
    en: "English",
  },
  theme: {
    label: "Appearance",
    system: "Device",
    light: "Light",
    dark: "Dark",
  },
  form: {
    optional: "optional",
    error: "Error:",
    summaryTitle: "Please check your details",
    pending: "Please wait …",
    day: "Day",
    month: "Month",
    year: "Year",
  },
  steps: {
    label: "Progress",
    position: "Step {current, number} of {total, number}",
  },
  pages: {
    label: "Pages",
    previous: "Previous page",
    next: "Next page",
    position: "Page {page, number} of {pages, number}",
    range: "{from, number} to {to, number} of {total, number}",
  },
  table: {
    sortUp: "sort ascending",
    sortDown: "sort descending",
    select: "Select {name}",
    selectColumn: "Selection",
    open: "Open {name}",
  },
  filter: {
    apply: "Show",
    reset: "Reset filters",
    any: "All",
    search: "Search",
  },
};
