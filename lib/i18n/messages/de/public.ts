export const publicPages = {
  tagline: "Wir suchen einen Therapieplatz für Sie.",
} as const;
