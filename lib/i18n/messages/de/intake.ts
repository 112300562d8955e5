export const intake = {
  title: "Platz suchen",
} as const;
