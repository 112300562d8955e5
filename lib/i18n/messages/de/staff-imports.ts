export const staffImports = {
  title: "Importe",
} as const;
