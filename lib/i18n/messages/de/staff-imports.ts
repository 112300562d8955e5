export const staffImports = {
  title: "Importe",
  lead: "Therapeuten aus einer Aufzeichnung der Arztsuche einlesen.",
  upload: {
    title: "Datei einlesen",
    file: "Aufzeichnung der Arztsuche (JSON)",
    hint: "Alte und neue Fassung, auch gemischt. Bis 20 MB. Wer schon im Verzeichnis steht, wird nicht doppelt angelegt.",
    submit: "Einlesen",
  },
  columns: {
    file: "Datei",
    status: "Stand",
    created: "Hochgeladen",
    total: "Einträge",
    added: "Neu",
    changed: "Geändert",
    unchanged: "Gleich",
    refused: "Abgelehnt",
  },
  statuses: {
    requested: "Wartet",
    running: "Läuft",
    finished: "Fertig",
    failed: "Gescheitert",
  },
  empty: {
    title: "Noch nichts eingelesen",
    text: "Laden Sie oben die erste Datei hoch.",
  },
  done: {
    released: "Die neuen Einträge sind freigegeben. Ab jetzt sind Anfragen möglich.",
  },
  progress: {
    running: "Die Datei wird eingelesen",
    text: "{done, number} von {total, number} Einträgen",
    waiting:
      "Der Import wartet seit {time}. Die Ablaufsteuerung antwortet nicht; sie holt ihn nach, sobald sie läuft.",
  },
  records: {
    title: "Einträge der Datei",
    all: "Alle",
    waiting: "Offen",
    line: "Nr.",
    name: "Name",
    outcome: "Ergebnis",
    reason: "Grund und Hinweise",
    shown: "Gezeigt werden die ersten {count, number} Einträge.",
    empty: "Kein Eintrag mit diesem Ergebnis.",
    unnamed: "Ohne Namen",
  },
  outcomes: {
    waiting: "Offen",
    added: "Neu",
    changed: "Geändert",
    unchanged: "Gleich",
    refused: "Abgelehnt",
  },
  release: "Alle neuen freigeben",
} as const;
