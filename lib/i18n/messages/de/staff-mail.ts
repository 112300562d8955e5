export const staffMail = {
  title: "Mail",
} as const;
