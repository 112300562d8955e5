export const staffInquiries = {
  title: "Anfragen",
} as const;
