export const staff = {
  title: "Verwaltung",
  nav: {
    label: "Bereiche",
    open: "Menü",
    close: "Menü schließen",
    today: "Heute",
    patients: "Patienten",
    therapists: "Therapeuten",
    matches: "Vorschläge",
    inquiries: "Anfragen",
    mail: "Mail",
    imports: "Importe",
    team: "Team",
    workflows: "Abläufe",
    settings: "Einstellungen",
    audit: "Protokoll",
  },
  user: {
    label: "Konto: {name}",
    signOut: "Abmelden",
  },
} as const;
