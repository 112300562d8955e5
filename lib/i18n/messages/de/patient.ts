export const patient = {
  title: "Ihre Suche",
} as const;
