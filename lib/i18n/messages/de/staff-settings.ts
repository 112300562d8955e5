export const staffSettings = {
  title: "Einstellungen",
  lead: "Sie gelten für alles, was ab jetzt geschieht.",
  saved: "Gespeichert.",
  save: "Speichern",
  days: "Tage",
  inDays: "{count, plural, one {ein Tag} other {# Tage}}",
  default: "Vorgabe: {value, number}.",
  readOnly: "Sie sehen hier, was gilt. Ändern kann es die Administration.",
  groups: {
    composition: "Vorschläge",
    contact: "Kontakt mit Praxen",
  },
  maxItems: {
    label: "Höchstens so viele Personen in einer Anfrage",
    hint: "1 bis 6. Weniger macht die Antwort leichter, mehr braucht weniger Anfragen.",
  },
  maxParallel: {
    label: "Höchstens so viele offene Anfragen pro Person",
    hint: "1 bis 10.",
  },
  coolingDays: {
    label: "So lange ruht eine Praxis nach einer Anfrage",
    hint: "In dieser Zeit wird sie nicht wieder gefragt.",
  },
  reminderAfterDays: {
    label: "Erinnerung ohne Antwort nach",
    hint: "Es gibt genau eine Erinnerung.",
  },
  callAfterDays: {
    label: "Anruf nach weiteren",
    hint: "Nur, wenn eine Telefonnummer bekannt ist.",
  },
  expiryAfterDays: {
    label: "Anfrage läuft ab nach weiteren",
    hint: "Danach gelten die offenen Einträge als unbeantwortet.",
  },
} as const;
