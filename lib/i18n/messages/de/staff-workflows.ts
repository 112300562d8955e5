export const staffWorkflows = {
  title: "Abläufe",
} as const;
