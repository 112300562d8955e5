export const staffMatches = {
  title: "Vorschläge",
} as const;
