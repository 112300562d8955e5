export const staffAudit = {
  title: "Protokoll",
} as const;
