export const staffTherapists = {
  title: "Therapeuten",
} as const;
