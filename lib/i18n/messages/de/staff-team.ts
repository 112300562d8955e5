export const staffTeam = {
  title: "Team",
} as const;
