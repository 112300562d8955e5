export const respond = {
  title: "Ihre Antwort",
} as const;
