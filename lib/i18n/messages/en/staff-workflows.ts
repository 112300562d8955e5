import type { Translation } from "../../translation";
import type { staffWorkflows as german } from "../de/staff-workflows";

export const staffWorkflows: Translation<typeof german> = {
  title: "Workflows",
  lead: "What the workflow engine does in the background.",
  filter: {
    status: "State",
  },
  columns: {
    name: "Workflow",
    status: "State",
    trigger: "Caused by",
    started: "Start",
    ended: "End",
  },
  statuses: {
    queued: "Waiting",
    running: "Running",
    completed: "Done",
    failed: "Failed",
    cancelled: "Cancelled",
  },
  activities: {
    executing: "working",
    waiting: "waiting for time or event",
    queued: "is next",
  },
  functions: {
    "geocode-address": "Find address on the map",
    "open-search": "Open search",
    "run-matching": "Matching",
    "schedule-matching": "Nightly matching",
    "conduct-inquiry": "Conduct inquiry",
    "conduct-placement": "Conduct placement",
    "settle-answer": "Settle answer",
    "deliver-mail": "Deliver mail",
    "import-file": "Read file",
    "resume-search": "End pauses",
    "sweep-lost-work": "Pick up what was left",
    retention: "Retention",
  },
  empty: {
    title: "Nothing has run yet",
    text: "As soon as somebody begins a search or reads a file, it is listed here.",
  },
  counts: "{queued, number} waiting, {running, number} running, {failed, number} failed",
  off: {
    title: "No workflow engine is connected",
    text: "Without it no mail leaves and nobody is reminded. What is due will be caught up once it runs.",
  },
  server: {
    title: "The workflows are on the Inngest server",
    text: "This service uses an Inngest server of its own. There you see every workflow with its steps.",
    open: "Go to the Inngest server",
  },
  run: {
    steps: "Steps",
    name: "Step",
    state: "State",
    attempts: "Attempts",
    due: "Due",
    error: "Error: {name}",
    none: "No step yet.",
    event: "Event",
    retry: "Try again",
    retried: "The workflow goes on. What is done already is not repeated.",
    states: {
      planned: "planned",
      sleeping: "asleep",
      invoking: "calls another workflow",
      waiting: "waiting",
      done: "done",
      failed: "failed",
    },
  },
  more: "Show older ones",
};
