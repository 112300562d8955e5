export const staffSettings = {
  title: "Einstellungen",
} as const;
