/** When a page could not be shown. By itself, because the browser loads it in both languages. */
export const failed = {
  title: "Das hat gerade nicht geklappt",
  text: "Der Fehler liegt bei uns. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
  retry: "Noch einmal versuchen",
  reference: "Kennung für Rückfragen: {id}",
} as const;

export const failures = {
  notFound: {
    title: "Diese Seite gibt es nicht",
    text: "Vielleicht ist die Adresse nicht vollständig, oder ein Link ist abgelaufen. Nehmen Sie bitte den Link aus der neuesten Mail von uns, oder gehen Sie zur Startseite.",
    home: "Zur Startseite",
  },
  forbidden: {
    title: "Dafür fehlt Ihnen die Berechtigung",
    text: "Ihr Konto darf diese Seite nicht öffnen. Wenn Sie sie für Ihre Arbeit brauchen, fragen Sie bitte die Administration Ihres Teams.",
    back: "Zur Übersicht",
  },
  failed,
} as const;
