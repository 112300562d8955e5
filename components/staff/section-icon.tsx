import type { Section } from "./sections";

/** One line drawing per section, on a grid of 20. */
const drawings: Record<Section, string> = {
  today: "M3 14h14M6 14a4 4 0 0 1 8 0M10 4v2M4 7.5l1.4 1.4M16 7.5l-1.4 1.4M6 17h8",
  patients: "M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4 17c.4-3.3 2.8-5 6-5s5.6 1.7 6 5",
  therapists:
    "M3 5.5A1.5 1.5 0 0 1 4.5 4h8A1.5 1.5 0 0 1 14 5.5v4a1.5 1.5 0 0 1-1.5 1.5H7l-3.2 2.6V5.5M16.8 8v8.5L14 14H9",
  matches: "M7.8 14.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M12.2 14.5a4.5 4.5 0 1 0 0-9",
  missingFacts:
    "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M7.9 8.1a2.1 2.1 0 1 1 3.1 1.8c-.7.4-1 .8-1 1.6M10 13.9v.1",
  inquiries: "M17 3.5 9 11.5M17 3.5l-5 13.5-3-5.5L3.5 8.5z",
  calls: "M4 4.5c0 6.4 5.1 11.5 11.5 11.5l1-3-3.5-1.7-1.6 1.4a9 9 0 0 1-4.1-4.1L8.7 7 7 3.5z",
  inbox: "M3 11l2.5-6.5h9L17 11v5H3zM3 11h4l1.2 2h3.6L13 11h4",
  mail: "M3 5h14v10.5H3zM3 5.5l7 5.5 7-5.5",
  imports: "M10 3v8.5M6.5 8.5 10 12l3.5-3.5M3.5 12.5v4h13v-4",
  workflows: "M5 4.5h3v3H5zM12 12.5h3v3h-3zM6.5 7.5V14H12M13.5 12.5V6H8",
  fairness: "M3 17h14M5 14V9M10 14V4M15 14v-3",
  team: "M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M2.5 16c.3-2.8 2.2-4 5-4s4.7 1.2 5 4M13 4.7a2.5 2.5 0 0 1 0 4.6M14.5 12.3c1.8.5 2.8 1.7 3 3.7",
  settings:
    "M3 6h7M14 6h3M3 14h3M10 14h7M12 6m-2 0a2 2 0 1 0 4 0 2 2 0 1 0-4 0M8 14m-2 0a2 2 0 1 0 4 0 2 2 0 1 0-4 0",
  audit: "M5 3h7l3 3v11H5zM12 3v3h3M7.5 9.5h5M7.5 12h5M7.5 14.5h3",
};

export function SectionIcon({ section }: { section: Section }) {
  return (
    <svg viewBox="0 0 20 20" className="size-5 shrink-0" fill="none" aria-hidden="true" focusable="false">
      <path
        d={drawings[section]}
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
