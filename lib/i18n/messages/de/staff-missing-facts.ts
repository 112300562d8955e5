export const staffMissingFacts = {
  title: "Fehlende Angaben",
  lead: "Welche Angabe, einmal erfragt, die meisten Vermittlungen möglich macht.",
  countedAt:
    "Gezählt nach dem Abgleich, {date}. Was seitdem eingetragen ist, steht nicht mehr in den Listen; die Zahlen ändern sich mit dem nächsten Abgleich.",
  never: {
    title: "Noch nichts gezählt",
    text: "Gezählt wird nach jedem Abgleich. Er läuft jede Nacht und lässt sich unter „Vorschläge“ auch sofort starten.",
  },
  keepsOut: {
    title: "Ohne diese Angaben geht es nicht",
    lead: "Nichts spricht gegen diese Paare, aber vorgeschlagen werden sie erst, wenn die Angabe da ist. Ob sie dann passen, hängt von der Antwort ab.",
  },
  toCheck: {
    title: "Zum Nachsehen",
    lead: "Diese Paare werden schon vorgeschlagen, doch bei jedem Vorschlag muss jemand nachsehen. Eine Antwort erspart das.",
  },
  held: {
    therapist:
      "Fehlt bei {records, plural, one {einer Praxis} other {# Praxen}}. Allein das hält {others, plural, =0 {niemanden} one {eine Person} other {# Personen}} von Praxen ab ({pairs, plural, one {ein Paar} other {# Paare}}).",
    patient:
      "Fehlt bei {records, plural, one {einer Person} other {# Personen}}. Allein das hält {others, plural, =0 {keine Praxis} one {eine Praxis} other {# Praxen}} fern ({pairs, plural, one {ein Paar} other {# Paare}}).",
  },
  lost: {
    therapist:
      "Fehlt bei {records, plural, one {einer Praxis. Ihr} other {# Praxen. Ihnen}} kann ohne diese Angabe niemand vorgeschlagen werden, außer per Video.",
    patient:
      "Fehlt bei {records, plural, one {einer Person. Für sie} other {# Personen. Für sie}} lässt sich ohne diese Angabe keine Praxis finden, außer per Video.",
  },
  check: {
    therapist:
      "Fehlt bei {records, plural, one {einer Praxis} other {# Praxen}}. Bei {others, plural, =0 {niemandem} one {einer Person} other {# Personen}} ist nur deshalb nachzusehen ({pairs, plural, one {ein Paar} other {# Paare}}).",
    patient:
      "Fehlt bei {records, plural, one {einer Person} other {# Personen}}. Bei {others, plural, =0 {keiner Praxis} one {einer Praxis} other {# Praxen}} ist nur deshalb nachzusehen ({pairs, plural, one {ein Paar} other {# Paare}}).",
  },
  line: {
    therapist: "{pairs, plural, =0 {keine Person allein dadurch} one {eine Person} other {# Personen}}",
    patient: "{pairs, plural, =0 {keine Praxis allein dadurch} one {eine Praxis} other {# Praxen}}",
    lost: "alle",
    withOthers: "und {withOthers, number} mit weiteren Angaben",
  },
  filledIn: "Was hier zuerst zu klären war, ist inzwischen eingetragen.",
  more: "Mehr davon",
  first: "Die {shown, number} wichtigsten.",
} as const;
