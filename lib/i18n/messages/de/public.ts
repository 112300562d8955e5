export const publicPages = {
  meta: {
    title: "Lotse: Therapieplatz finden",
    description:
      "Lotse sucht für Sie einen Platz in einer Psychotherapie: einmal ausfüllen, wir fragen die Praxen.",
  },
  shell: {
    home: "Lotse, zur Startseite",
    help: "Hilfe jetzt",
    imprint: "Impressum",
    privacy: "Datenschutz",
    accessibility: "Barrierefreiheit",
    footer: "Über Lotse",
    promise: "Lotse sucht Therapieplätze.",
  },
  home: {
    title: "Wir suchen einen Therapieplatz für Sie",
    lead: "Sie beantworten einmal ein paar Fragen. Danach fragen wir die Praxen in Ihrer Nähe, und Sie müssen nicht selbst herumtelefonieren.",
    start: "Platz suchen",
    startHint: "Ein paar Minuten. Ohne Konto. Ihr Name bleibt bei uns, bis Sie ihn freigeben.",
    crisis: "Geht es Ihnen gerade sehr schlecht? <link>Hier gibt es Hilfe sofort.</link>",
    stepsTitle: "So geht es",
    steps: {
      ask: {
        title: "Sie füllen die Fragen aus",
        text: "Was Sie belastet, wann Sie Zeit haben, wie weit Sie fahren können. Fragen, die Sie nicht beantworten möchten, lassen Sie aus, wo „freiwillig“ steht.",
      },
      confirm: {
        title: "Sie bestätigen Ihre E-Mail-Adresse",
        text: "Wir schicken Ihnen einen Link. Erst wenn Sie ihn öffnen und bestätigen, beginnt die Suche.",
      },
      search: {
        title: "Wir fragen passende Praxen",
        text: "Ein Mensch aus unserem Team prüft jede Anfrage, bevor sie hinausgeht. Die Praxen erfahren Ihr Alter, Ihr Anliegen und die ungefähre Gegend, aber weder Namen noch Adresse.",
      },
      place: {
        title: "Eine Praxis sagt zu",
        text: "Dann schreiben wir Ihnen sofort. Die anderen Praxen fragen wir nicht weiter.",
      },
    },
    control: {
      title: "Sie behalten die Kontrolle",
      see: "Über Ihren persönlichen Link sehen Sie jederzeit, wie weit wir sind.",
      stop: "Sie können die Suche pausieren oder beenden, wann Sie wollen.",
      honest: "Wir können keinen Platz versprechen. Wir sagen Ihnen aber immer, was wir getan haben.",
    },
    practices: {
      title: "Sie haben eine Praxis?",
      text: "Wir schicken Ihnen selten und gesammelt: eine kurze Anfrage mit höchstens sechs Menschen, die zu Ihrem Angebot passen. Sie antworten mit einem Klick je Person. Es kostet nichts, und ein Klick genügt, damit wir Sie nicht mehr anschreiben.",
    },
  },
  help: {
    title: "Hilfe jetzt",
    lead: "Sie müssen da nicht allein durch. Diese Stellen sind für Sie da. Die Anrufe kosten nichts.",
    notHere: "Lotse ist kein Krisendienst. Was Sie uns schreiben, liest nicht rund um die Uhr jemand.",
    call: "{number} anrufen",
    or: "oder",
    more: "Wenn Sie nicht telefonieren möchten",
    clinic:
      "Sie können zu jeder Zeit in die Notaufnahme einer psychiatrischen Klinik gehen, auch ohne Termin und ohne Überweisung.",
    person:
      "Rufen Sie einen Menschen an, dem Sie vertrauen, und sagen Sie, dass Sie jetzt nicht allein sein möchten.",
    chat: "Die TelefonSeelsorge berät auch per Chat und Mail: <link>online.telefonseelsorge.de</link>",
    back: "Zur Startseite",
    numbers: {
      emergency: {
        name: "Notruf",
        text: "Wenn Sie sich oder andere gerade verletzen könnten. Sagen Sie, was los ist und wo Sie sind.",
        hours: "Tag und Nacht",
      },
      pastoral: {
        name: "TelefonSeelsorge",
        text: "Zuhören und reden, worüber Sie möchten. Ohne Namen, für alle, gleich welchen Glaubens.",
        hours: "Tag und Nacht",
      },
      medical: {
        name: "Ärztlicher Bereitschaftsdienst",
        text: "Ärztliche Hilfe, wenn die Praxen geschlossen sind. Dort gibt es auch Termine für eine psychotherapeutische Sprechstunde.",
        hours: "Tag und Nacht",
      },
      youth: {
        name: "Nummer gegen Kummer",
        text: "Für Kinder und Jugendliche. Ohne Namen.",
        hours: "Montag bis Samstag, 14 bis 20 Uhr",
      },
      violence: {
        name: "Hilfetelefon „Gewalt gegen Frauen“",
        text: "Für Frauen, die Gewalt erleben, und für Menschen, die ihnen helfen. In vielen Sprachen.",
        hours: "Tag und Nacht",
      },
      depression: {
        name: "Info-Telefon Depression",
        text: "Auskunft über Depression und Hilfe in Ihrer Nähe, auch für Angehörige.",
        hours: "Montag, Dienstag, Donnerstag 13 bis 17 Uhr; Mittwoch, Freitag 8:30 bis 12:30 Uhr",
      },
    },
  },
} as const;
