export const staffSettings = {
  title: "Einstellungen",
  lead: "Sie gelten für alles, was ab jetzt geschieht.",
  saved: "Gespeichert.",
  save: "Speichern",
  days: "Tage",
  seconds: "Sekunden",
  minutes: "Minuten",
  inDays: "{count, plural, one {ein Tag} other {# Tage}}",
  default: "Vorgabe: {value, number}.",
  readOnly: "Sie sehen hier, was gilt. Ändern kann es die Administration.",
  groups: {
    answers: "Antworten der Praxen",
    contact: "Kontakt mit Praxen",
    placement: "Nach einer Zusage",
    patients: "Mails an Patientinnen und Patienten",
    evidence: "Nachweis für die Krankenkasse",
    sending: "Sendezeiten",
    keeping: "Aufbewahrung",
  },
  sendDelaySeconds: {
    label: "Zeit zum Zurücknehmen nach der Freigabe",
    hint: "0 bis 3600. So lange wartet eine freigegebene Anfrage, bevor sie hinausgeht.",
  },
  offerNextPatient: {
    label: "Nächste Person gleich anbieten",
    hint: "Hat jemand aus einer Anfrage anderswo einen Platz gefunden, bietet die Antwortseite der Praxis die nächste Person an, die sicher passt. Ohne Prüfung durch das Team.",
  },
  capacityExclusionDays: {
    label: "Ohne freien Platz nicht wieder nach derselben Person fragen für",
    hint: "1 bis 365. Nach einer Absage gilt das nur, wenn die Praxis nicht ohnehin ruht. Wird aus einer Zusage nichts, weil doch kein Platz frei ist, gilt der spätere der beiden Tage.",
  },
  claimMinutes: {
    label: "Eine Telefonnummer für eine Person freihalten",
    hint: "5 bis 120. So lange ruft niemand anders dort an. Danach darf jemand anders die Nummer nehmen.",
  },
  pauseNoticeDays: {
    label: "Vor dem Ende einer Pause Bescheid geben",
    hint: "1 bis 30 Tage vorher, einmal je Pause.",
  },
  weeklyStatusAfterDays: {
    label: "Wöchentliche Mail frühestens nach",
    hint: "1 bis 60, gezählt ab dem Beginn der Suche. Vorher hat die Person gerade erst von uns gehört.",
  },
  reminderAfterDays: {
    label: "Erinnerung ohne Antwort nach",
    hint: "Es gibt genau eine Erinnerung.",
  },
  callAfterDays: {
    label: "Anruf nach weiteren",
    hint: "Nur, wenn eine Telefonnummer bekannt ist.",
  },
  evidenceContacts: {
    label: "Praxen im Nachweis",
    hint: "Ab so vielen gefragten Praxen mit Kassensitz gilt der Nachweis für die Krankenkasse als vollständig. Das Gesetz nennt keine Zahl.",
  },
  callAttempts: {
    label: "Versuche am Telefon",
    hint: "So oft wird eine Praxis zu einer Anfrage angerufen, wenn niemand abnimmt. Höchstens einmal am Tag.",
  },
  expiryAfterDays: {
    label: "Anfrage läuft ab nach weiteren",
    hint: "Danach gelten die offenen Einträge als unbeantwortet.",
  },
  takeOverTaskAfterDays: {
    label: "Nachfrage zu einer übernommenen Anfrage nach",
    hint: "Wer eine Anfrage übernimmt, bekommt dann eine Aufgabe, damit sie nicht liegen bleibt.",
  },
  confirmReminderAfterDays: {
    label: "Patient an die Zusage erinnern nach",
    hint: "Es gibt genau eine Erinnerung.",
  },
  confirmLapseAfterDays: {
    label: "Zusage verfällt nach weiteren",
    hint: "Die Praxis erfährt es, und die Suche geht mit der alten Wartezeit weiter.",
  },
  firstTalkAskAfterDays: {
    label: "Nach dem ersten Gespräch fragen nach",
    hint: "Gezählt ab der Bestätigung. Ist ein Termin bekannt, fragen wir am Tag danach.",
  },
  trialAskAfterDays: {
    label: "Nach den Probesitzungen fragen nach",
    hint: "Gezählt ab dem ersten Gespräch.",
  },
  startAskAfterDays: {
    label: "Nach dem Beginn der Therapie fragen nach",
    hint: "Gezählt ab den Probesitzungen.",
  },
  placementTaskAfterDays: {
    label: "Aufgabe für das Team, wenn niemand antwortet, nach",
    hint: "Dann ruft ein Mensch an.",
  },
  inboundMailDays: {
    label: "Erledigte Mails im Posteingang löschen nach",
    hint: "1 bis 365, mit Anhängen, gezählt ab dem Erledigen. Was noch offen ist, bleibt. Weggelegtes wird nach 30 Tagen gelöscht.",
  },
  oclock: "Uhr",
  quietHours: {
    label: "Ruhezeiten einhalten",
    hint: "Nachts, am Wochenende und an Feiertagen des Bundeslands geht keine Mail hinaus, auf die niemand wartet. Links zum Bestätigen kommen immer sofort.",
    yes: "Ja",
    no: "Nein",
  },
  mailFromHour: {
    label: "Mails frühestens ab",
    hint: "Volle Stunde, 0 bis 23.",
  },
  mailToHour: {
    label: "Mails spätestens bis",
    hint: "Volle Stunde, 1 bis 24, nach dem Beginn.",
  },
  dailyMailsPerDomain: {
    label: "Höchstens so viele Mails am Tag an Praxen bei einem Mailanbieter",
    hint: "Zum Beispiel an alle Praxen, deren Adresse auf @web.de endet. Mails an Patientinnen und Patienten zählen nicht mit.",
  },
} as const;
