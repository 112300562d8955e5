export const staffToday = {
  title: "Heute",
} as const;
