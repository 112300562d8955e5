export const staffComposition = {
  title: "Zusammenstellung der Anfragen",
  lead: "So werden aus passenden Paaren Anfragen. Jede Anfrage prüft danach ein Mensch.",
  link: "Zusammenstellung der Anfragen einstellen",
  save: "Speichern",
  saved: "Gespeichert. Es gilt ab dem nächsten Abgleich.",
  days: "Tage",
  weeks: "Wochen",
  default: "Vorgabe: {value, number}.",
  groups: {
    strategy: "Verfahren",
    amount: "Menge",
    order: "Reihenfolge",
    orderHint: "Die Formel steht unten.",
  },
  strategy: "Welche Anfragen entstehen",
  strategies: {
    "oldest-first": {
      label: "Der Reihe nach",
      hint: "Wer dringender ist oder länger wartet, kommt zuerst zu den nächsten Praxen.",
    },
    "expected-placements": {
      label: "Möglichst viele Vermittlungen",
      hint: "Gefragt werden die Praxen, von denen die meisten Zusagen zu erwarten sind. Dringlichkeit und Wartezeit zählen mit. Bis es 200 abgeschlossene Anfragen gibt, geht es der Reihe nach, damit es etwas zu lernen gibt.",
    },
  },
  learnOdds: {
    label: "Aussicht auf eine Zusage schätzen",
    hint: "Aus den bisherigen Antworten jeder Praxis, ihren gemeldeten Plätzen und dem Weg. Nichts über die Person geht ein. Ausgeschaltet gelten alle Praxen als gleich.",
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
  contactsPerDay: {
    label: "Höchstens so viele neue Anfragen am Tag",
    hint: "Mails und Anrufe zusammen. Ein Abgleich schlägt nur vor, was neben dem Wartenden noch Platz hat. Von Hand geht mehr, wenn man es bestätigt. Was für einen Tag zu viel freigegeben ist, geht am nächsten Werktag mit freiem Platz hinaus. Leer heißt: keine Grenze.",
  },
  firstInquiryDays: {
    label: "Erste Anfrage spätestens nach",
    hint: "Wer sonst länger darauf warten würde, kommt vor allen anderen, solange eine passende Praxis frei ist. Gerechnet ist damit, dass Vorschläge am nächsten Werktag freigegeben werden.",
  },
  acuteWeight: {
    label: "Gewicht von akut",
    hint: "1 bis 20. So viel zählt eine akute Suche neben einer ohne Dringlichkeit.",
  },
  urgentWeight: {
    label: "Gewicht von dringend",
    hint: "1 bis 20.",
  },
  waitingWeeks: {
    label: "Wartezeit verdoppelt das Gewicht nach",
    hint: "Je weniger Wochen, desto mehr zählt die Wartezeit.",
  },
  preview: {
    button: "Wirkung zeigen",
    after:
      "Mit diesen Einstellungen würde ein Abgleich jetzt {inquiries, plural, =0 {keine Anfrage} one {eine Anfrage} other {# Anfragen}}{patients, plural, =0 {} one { für eine Person} other { für # Personen}} vorschlagen. {overdue, plural, =0 {Niemand wird} one {Eine Person wird} other {# Personen werden}} dann länger als {days, plural, one {einen Tag} other {# Tage}} auf die erste Anfrage warten. Erwartete Vermittlungen: {expected, number}.",
    before:
      "Zum Vergleich, wie es jetzt gilt: {inquiries, plural, =0 {keine Anfrage} one {eine Anfrage} other {# Anfragen}}{patients, plural, =0 {} one { für eine Person} other { für # Personen}}, {overdue, plural, =0 {niemand wird zu lange warten} one {eine Person wird zu lange warten} other {# Personen werden zu lange warten}}, erwartete Vermittlungen: {expected, number}.",
    resting:
      "Wäre die Ruhezeit schon immer so gewesen, {days, plural, one {ein Tag} other {# Tage}}, so {practices, plural, =0 {ruhte heute keine Praxis} one {ruhte heute eine Praxis} other {ruhten heute # Praxen}}; jetzt {now, plural, =0 {ruht keine} one {ruht eine} other {ruhen #}}.",
    waiting:
      "{waiting, plural, one {Der Vorschlag, der auf Prüfung wartet, ist} other {Die # Vorschläge, die auf Prüfung warten, sind}} dabei gerechnet, als gäbe es {waiting, plural, one {ihn} other {sie}} noch nicht.",
    unsaved: "Gespeichert ist noch nichts.",
  },
  formula: {
    title: "Die Formel, wie sie jetzt gilt",
    first:
      "Zuerst kommt, mit je einer Anfrage, wer sonst länger als {days, plural, one {einen Tag} other {# Tage}} auf die erste Anfrage warten würde: weil die Frist um ist, bevor eine Anfrage aus dem nächsten Abgleich hinausgeht. Unter ihnen geht es zuerst nach Dringlichkeit.",
    oldestFirst:
      "Danach geht es nach Dringlichkeit (PTV 11: akut vor dringend vor normal), dann nach Wartezeit: Wer am längsten wartet, kommt zuerst.",
    expected:
      "Danach werden die Anfragen gewählt, deren erwartete Vermittlungen zusammen am meisten wiegen. Eine Vermittlung wiegt:",
    weight:
      "Dringlichkeit (akut {acuteWeight, number}, dringend {urgentWeight, number}, sonst 1) × (1 + Wochen der Wartezeit ÷ {waitingWeeks, number})",
    minGain:
      "Das wird mit der Aussicht auf eine Zusage malgenommen und über alle Personen einer Anfrage zusammengezählt. Kommen weniger als {minGain, number} heraus, wird die Anfrage nicht vorgeschlagen. Ausnahme: Jemand darin würde sonst zu lange auf die erste Anfrage warten.",
    within:
      "In einer Anfrage stehen die Personen nach Dringlichkeit, dann nach Wartezeit. Eine Praxis wird nie doppelt gefragt.",
  },
} as const;
