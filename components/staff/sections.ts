import { paths } from "@/lib/paths";

/** The parts of the desk, in the order of a working day; a gap stands between the groups. */
export const sectionGroups = [
  ["today", "patients", "therapists", "matches", "missingFacts", "inquiries", "calls"],
  ["inbox", "mail", "imports", "workflows", "fairness"],
  ["team", "settings", "audit"],
] as const;
export type Section = (typeof sectionGroups)[number][number];

export function sectionPath(section: Section): string {
  return paths.admin[section];
}
