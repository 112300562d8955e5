export const staffPatients = {
  title: "Patienten",
} as const;
