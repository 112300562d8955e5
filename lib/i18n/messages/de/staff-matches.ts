export const staffMatches = {
  title: "Vorschläge",
  lead: "{count, plural, =0 {Kein Vorschlag wartet} one {Ein Vorschlag wartet auf Freigabe} other {# Vorschläge warten auf Freigabe}}",
  list: "Liste der Vorschläge",
  backToList: "Alle Vorschläge",
  empty: {
    never: {
      title: "Noch kein Vorschlag",
      text: "Ein Abgleich sucht zu allen laufenden Suchen passende Praxen. Er läuft jede Nacht. Mit „Abgleich starten“ beginnt er sofort.",
    },
    open: {
      title: "Der Abgleich läuft noch",
      text: "Seine Vorschläge erscheinen hier von selbst, sobald er fertig ist.",
    },
    nobody: {
      title: "Kein Vorschlag: Es gibt kein Paar zu prüfen",
      text: "In der Nähe der laufenden Suchen ist keine aktive Praxis, oder es läuft gerade keine Suche. Geben Sie neue Einträge im Verzeichnis frei, oder sehen Sie nach den Suchen.",
    },
    none: {
      title: "Kein neuer Vorschlag",
      text: "Der letzte Abgleich hat niemanden gefunden, der jetzt gefragt werden kann. Oft ruhen Praxen noch nach einer Anfrage, oder die Suchenden sind schon in genug offenen Anfragen. Der nächste Abgleich läuft heute Nacht.",
    },
    done: {
      title: "Alle Vorschläge sind geprüft",
      text: "Was freigegeben ist, steht unter „Anfragen“. Der nächste Abgleich läuft heute Nacht, auf Wunsch auch sofort.",
    },
    viewer: "Ihr Konto darf nur lesen. Einen Abgleich startet die Koordination.",
    inquiries: "Anfragen ansehen",
    patients: "Suchende ansehen",
    therapists: "Verzeichnis ansehen",
  },
  done: {
    approved:
      "{reference} ist freigegeben. {when, select, later {Die Mail an die Praxis geht {at} hinaus.} held {Die Mail wartet, bis jemand gelesen hat, was die Praxis schrieb.} other {{seconds, plural, =0 {Die Mail an die Praxis geht jetzt hinaus.} one {Die Mail geht in einer Sekunde hinaus.} other {Die Mail geht in # Sekunden hinaus.}}}}",
    approvedCall: "{reference} ist freigegeben. Der Anruf steht zur Telefonzeit der Praxis unter „Heute“.",
    rejected: {
      rejected_in_review: "{reference} ist abgelehnt. Die Suchenden sind frei für den nächsten Abgleich.",
      never_together:
        "{reference} ist abgelehnt. Diese Personen werden dieser Praxis nicht mehr vorgeschlagen.",
      not_now: "{reference} ist abgelehnt. Die Praxis wird bis zu dem gewählten Tag nicht gefragt.",
      wrong_data:
        "{reference} ist abgelehnt. Unter „Heute“ steht, dass der Eintrag der Praxis zu prüfen ist.",
    },
    undoneAll:
      "{count, plural, =0 {Alles war schon gesendet. Nichts ist zurückgenommen.} one {Eine Freigabe ist zurückgenommen.} other {# Freigaben sind zurückgenommen.}}",
    undone: "Zurückgenommen. Der Vorschlag wartet wieder auf Ihre Entscheidung.",
    excluded: "Diese Person wird dieser Praxis nicht mehr vorgeschlagen.",
    included: "Zurückgenommen. Diese Person darf dieser Praxis wieder vorgeschlagen werden.",
    undo: "Rückgängig",
    neverAgain: "Dieser Praxis nicht mehr vorschlagen",
    dropped: "Die Person ist herausgenommen und frei für den nächsten Abgleich.",
    droppedLast:
      "Das war die letzte Person in {reference}. Der Vorschlag ist damit zurückgezogen, die Praxis wird nicht gefragt.",
    added: "Die Person ist aufgenommen. Alle Regeln sind gerade noch einmal geprüft.",
    swapped: "Die Person ist getauscht. Alle Regeln sind gerade noch einmal geprüft.",
    open: "Anfrage ansehen",
    all: "{approved, plural, =0 {Kein Vorschlag ist freigegeben} one {Ein Vorschlag ist freigegeben} other {# Vorschläge sind freigegeben}}. {approved, plural, =0 {} one {{when, select, later {Die Anfrage geht {at} hinaus.} other {{seconds, plural, =0 {Die Anfrage geht jetzt hinaus.} one {Die Anfrage geht in einer Sekunde hinaus.} other {Die Anfrage geht in # Sekunden hinaus.}}}} } other {{when, select, later {Die ersten Anfragen gehen {at} hinaus.} other {{seconds, plural, =0 {Die ersten Anfragen gehen jetzt hinaus.} one {Die ersten Anfragen gehen in einer Sekunde hinaus.} other {Die ersten Anfragen gehen in # Sekunden hinaus.}}}} }}{skipped, plural, =0 {} one {Einer hat sich gerade geändert oder passt nicht mehr und ist ausgelassen. } other {# haben sich gerade geändert oder passen nicht mehr und sind ausgelassen. }}{failed, plural, =0 {} one {Einer ließ sich wegen eines Fehlers nicht freigeben und wartet weiter.} other {# ließen sich wegen eines Fehlers nicht freigeben und warten weiter.}}",
    requested:
      "Der Abgleich ist bestellt. Sie können weiterarbeiten; neue Vorschläge kommen von selbst dazu.",
    changed:
      "Jemand anderes hat diesen Vorschlag inzwischen geändert. Nichts ist verloren: Unten sehen Sie den neuen Stand. Bitte entscheiden Sie noch einmal.",
  },
  when: {
    near: "{day} um {time}",
    far: "am {day} um {time}",
  },
  run: {
    start: "Abgleich starten",
    requested: "Der Abgleich ist bestellt und beginnt gleich.",
    waiting:
      "Der Abgleich wartet seit {time}. Die Ablaufsteuerung antwortet nicht; sie holt ihn nach, sobald sie läuft.",
    standsStill:
      "Der Abgleich kommt seit {time} nicht weiter. Wenn Sie ihn beenden, können Sie einen neuen starten. Fertige Vorschläge gehen dabei nicht verloren.",
    end: "Abgleich beenden",
    running: "Der Abgleich läuft: {step}",
    progress: "{done, number} von {total, number} Suchenden",
    stored: "{done, number} von {total, number} Vorschlägen",
    remaining: "noch etwa {time}",
    failed: "Der letzte Abgleich am {date} ist gescheitert. Bitte starten Sie ihn noch einmal.",
    finished:
      "Letzter Abgleich {date}: {fit, number} Paare passen, {check, number} zum Nachsehen, {out, number} passen nicht. Daraus {proposals, plural, one {ein Vorschlag} other {# Vorschläge}}.",
    never: "Es gab noch keinen Abgleich.",
    estimated: {
      router:
        "Einige Fahrzeiten sind geschätzt, weil der Routenplaner nicht geantwortet hat: Der nächste Abgleich fragt ihn wieder; antwortet er auch dann nicht, geben Sie bitte Ihrer Technik Bescheid.",
      error:
        "Einige Fahrzeiten sind geschätzt, weil beim Erfragen ein Fehler aufgetreten ist: Der nächste Abgleich fragt wieder; steht dieser Hinweis auch dann da, geben Sie bitte Ihrer Technik Bescheid.",
      time: "Einige Fahrzeiten sind geschätzt, weil die Zeit zum Erfragen nicht für alle gereicht hat: Der nächste Abgleich fragt weiter, Sie brauchen nichts zu tun.",
    },
    steps: {
      ways: "Fahrzeiten erfragen",
      judge: "Paare prüfen",
      compose: "Anfragen zusammenstellen",
      store: "Vorschläge speichern",
    },
  },
  tooMany:
    "In dieser Anfrage stehen {count, number} Personen. Nach der Einstellung sind es jetzt höchstens {max, number}. Sie können Personen herausnehmen oder die Anfrage so freigeben.",
  explained: {
    title: "Was die Zahlen bedeuten und wer zuerst kommt",
    fit: "Passen",
    fitText: "Paare aus einer Suche und einer Praxis, bei denen jede Regel erfüllt ist.",
    check: "Zum Nachsehen",
    checkText:
      "Nichts spricht dagegen, aber eine Angabe fehlt, zum Beispiel die Sprechzeiten. Solche Paare dürfen vorgeschlagen werden und sind markiert.",
    out: "Passen nicht",
    outText:
      "Mindestens eine Regel ist nicht erfüllt, oder eine unverzichtbare Angabe fehlt. Gezählt bis zum doppelten Weg, den jemand zurücklegen kann.",
    proposals: "Vorschläge",
    proposalsText:
      "Aus den Paaren entstehen Anfragen: höchstens {maxItems, plural, one {eine Person} other {# Personen}} je Anfrage, eine Anfrage je Praxis, jede Suche in höchstens {maxParallel, plural, one {einer offenen Anfrage} other {# offenen Anfragen}}.",
    order: "Reihenfolge der Suchenden",
    orderOverdue:
      "Zuerst, je eine Anfrage: Wer sonst länger als {days, plural, one {einen Tag} other {# Tage}} auf die erste Anfrage warten würde.",
    orderUrgency: "Dringlichkeit nach PTV 11: akut vor dringend vor normal.",
    orderWaiting: "Wartezeit: Wer am längsten wartet, kommt zuerst.",
    orderExpected:
      "Danach werden die Anfragen gewählt, von denen die meisten Vermittlungen zu erwarten sind. Dringlichkeit und Wartezeit zählen mit.",
    orderMinGain:
      "Nicht vorgeschlagen wird eine Anfrage, von der weniger als {minGain, number} gewichtete Vermittlungen zu erwarten sind. Ausnahme: Jemand darin würde sonst zu lange auf die erste Anfrage warten.",
    therapists:
      "Praxen werden in dieser Reihenfolge gefragt: freie Plätze gemeldet und über uns informiert, freie Plätze gemeldet, informiert, alle anderen. Unter gleichen kommt zuerst, was sicher passt, dann was näher liegt.",
  },
  therapist: {
    methods: "Verfahren",
    seat: "Kassensitz",
    capacity: "Freie Plätze",
    places:
      "{individual, plural, =0 {} one {ein Einzelplatz} other {# Einzelplätze}}{individual, plural, =0 {} other {{group, plural, =0 {} other {, }}}}{group, plural, =0 {} one {ein Gruppenplatz} other {# Gruppenplätze}}",
    placesPossible: "Vielleicht möglich",
    placesUnknown: "Nicht gemeldet",
    lastContact: "Zuletzt gefragt",
    neverContacted: "Noch nie",
    phoneHours: "Telefonisch erreichbar",
  },
  item: {
    line: "{count, plural, one {eine Person} other {# Personen}}",
    byPhone: "Per Telefon, keine E-Mail-Adresse bekannt",
    byPhoneShort: "Anruf",
    byMail: "Per Mail an {email}",
    checks: "{count, plural, one {ein Punkt} other {# Punkte}} nachzusehen",
    reference: "Zeichen {reference}",
    openTherapist: "Eintrag öffnen",
  },
  patient: {
    waiting: "Wartet {days}",
    age: "{age, number} Jahre",
    ageUnknown: "Alter nicht bekannt",
    distance: "{distance}, {minutes}",
    estimated: "{distance}, etwa {minutes} (geschätzt)",
    distanceUnknown: "Entfernung nicht bekannt",
    why: "Warum passt das? {passed, number} von {total, number} Regeln erfüllt",
    enough:
      "Diese Person ist schon in {count, plural, one {einer freigegebenen Anfrage} other {# freigegebenen Anfragen}}. Mehr erlaubt die Einstellung nicht. Bitte nehmen Sie die Person heraus.",
    over: "Diese Suche läuft nicht mehr. Bitte nehmen Sie die Person heraus.",
    recognisable: "Könnte zu erkennen sein:",
    odds: "Geschätzte Aussicht auf eine Zusage: {chance}",
    failed: "Passt nicht mehr",
    toCheck: "Bitte nachsehen",
    toCheckForAll: "Bei allen bitte nachsehen",
    drop: "Herausnehmen",
    verdicts: {
      pass: "Passt",
      fail: "Passt nicht",
      unknown: "Unbekannt",
    },
  },
  map: {
    alternative: "Karte. Praxis in {practice}. Wohngegenden: {people}.",
    person: "{number}: {place}",
    personFar: "{number}: {place}, {distance} entfernt",
    legend: "Kreis: Wohngegend (Postleitzahl). Raute: Praxis. Gestrichelt: Grenze des Wegs.",
  },
  preview: {
    title: "Vorschau",
    open: "Mail und Antwortseite ansehen",
    lead: "So sehen Mail und Antwortseite aus, wenn Sie jetzt freigeben. Hier wird nichts gespeichert und nichts gesendet.",
    mail: "Die Mail",
    subject: "Betreff: {subject}",
    noMail:
      "Diese Praxis hat keine E-Mail-Adresse. Sie wird angerufen. Die Profile unten sind die, von denen am Telefon erzählt wird.",
    page: "Die Antwortseite",
    back: "Zurück zum Vorschlag",
    riskTitle: "Jemand könnte zu erkennen sein",
    riskLead:
      "Das Profil ist schon vergröbert. Prüfen Sie, ob es trotzdem zu viel verrät, und nehmen Sie die Person im Zweifel heraus.",
    risk: "Person {number}:",
    risks: {
      few_alike:
        "{count, plural, =0 {im ganzen Gebiet sucht sonst niemand mit ähnlichem Alter und Geschlecht} one {im ganzen Gebiet sucht nur eine weitere Person mit ähnlichem Alter und Geschlecht} other {im ganzen Gebiet suchen nur # weitere Personen mit ähnlichem Alter und Geschlecht}}",
      rare_language: "kaum jemand dort spricht dieselbe Sprache; sie wird nicht genannt",
      extreme_age: "das Alter ist ungewöhnlich",
    },
  },
  others: {
    open: "Weitere Suchende ansehen",
    title: "Wer noch passt",
    lead: "{total, plural, one {Eine weitere Person passt} other {# weitere Personen passen}} zu dieser Praxis, {shown, plural, one {eine} other {#}} davon hier. Oben steht, wer zuerst an der Reihe ist: erst wer sicher passt, dann wer zum Nachsehen ist.",
    none: "Zurzeit passt niemand sonst zu dieser Praxis.",
    how: "Wie die nächste Person in die Anfrage kommt",
    additionally: "zusätzlich",
    instead: "statt {number}. {name}",
    add: "Aufnehmen",
    missesTitle: "Wer fast passt",
    missesLead:
      "Diese Personen hält nur ein einziger Wunsch oder eine einzige Grenze ab. Wer mit ihnen spricht, kann danach fragen.",
  },
  review: {
    approve: "Freigeben und senden",
    approveCall: "Freigeben, Anruf planen",
    approveHint:
      "{seconds, plural, =0 {Zurücknehmen lässt sich das nicht.} one {Eine Sekunde lang können Sie die Freigabe zurücknehmen.} other {# Sekunden lang können Sie die Freigabe zurücknehmen.}} {when, select, later {Die Mail geht {at} hinaus.} held {Die Mail geht hinaus, sobald jemand gelesen hat, was die Praxis schrieb.} other {Danach geht die Mail hinaus.}} Ohne Antwort erinnern wir nach {days, plural, one {einem Tag} other {# Tagen}}.",
    approveCallHint:
      "Nach der Freigabe steht der Anruf zur Telefonzeit der Praxis unter „Heute“. Eine Mail geht nicht hinaus.",
    reject: "Ablehnen",
    rejectConfirm: "Vorschlag ablehnen",
    reason: "Warum nicht?",
    reasons: {
      rejected_in_review: "Ohne Angabe",
      never_together: "Passt nicht zusammen: nicht mehr vorschlagen",
      not_now: "Praxis bis {date} nicht fragen",
      wrong_data: "Angaben der Praxis stimmen nicht: Aufgabe anlegen",
    },
    next: "Nächster",
    previous: "Vorheriger",
    position: "{position, number} von {total, number}",
    gone: "Diesen Vorschlag gibt es nicht mehr. Er ist freigegeben, abgelehnt oder zurückgezogen worden.",
    goneNext: "Zum nächsten Vorschlag",
    goneList: "Zu den Vorschlägen",
  },
  approveAll: {
    title: "Alle Vorschläge freigeben",
    link: "Alle {count, number} freigeben",
    heading: "{count, plural, one {Einen Vorschlag} other {Alle # Vorschläge}} freigeben?",
    mails: "Mails",
    mailsText: "{count, plural, =0 {Keine Mail} one {Eine Mail an eine Praxis} other {# Mails an Praxen}}.",
    calls: "Anrufe",
    callsText:
      "{count, plural, =0 {Kein Anruf} one {Ein Anruf kommt auf die Liste unter „Heute“} other {# Anrufe kommen auf die Liste unter „Heute“}}.",
    people: "Suchende",
    peopleText:
      "{count, plural, one {Über eine Person wird gefragt, ohne ihren Namen} other {Über # Personen wird gefragt, ohne ihre Namen}}.",
    doubtful:
      "{count, plural, one {Bei einem Vorschlag ist noch etwas nachzusehen. Wenn Sie alle freigeben, geht er ungesehen hinaus.} other {Bei # Vorschlägen ist noch etwas nachzusehen. Wenn Sie alle freigeben, gehen sie ungesehen hinaus.}}",
    perDay:
      "Am Tag {count, plural, one {geht höchstens eine neue Anfrage} other {gehen höchstens # neue Anfragen}} hinaus, die übrigen an den nächsten Werktagen.",
    final:
      "{seconds, plural, =0 {Zurücknehmen lässt sich das nicht.} one {Eine Sekunde lang können Sie alles zurücknehmen.} other {# Sekunden lang können Sie alles zurücknehmen.}} {when, select, later {Die ersten Mails gehen {at} hinaus.} other {Danach gehen die ersten Mails hinaus.}} Was sich ändert, während Sie hier lesen, bleibt in der Liste.",
    submit: "{count, plural, one {Den Vorschlag} other {Alle # Vorschläge}} freigeben",
    submitClear:
      "{count, plural, one {Nur den einen ohne offenen Punkt} other {Nur die # ohne offene Punkte}}",
  },
  keys: {
    open: "Tastenkürzel",
    title: "Tastenkürzel",
    next: "nächster Vorschlag",
    previous: "vorheriger Vorschlag",
    approve: "freigeben",
    reject: "ablehnen",
    undo: "das Letzte rückgängig machen",
    never: "herausgenommene Person dieser Praxis nicht mehr vorschlagen",
    drop: "Person herausnehmen, auf der der Fokus steht",
    number: "zu dieser Person springen",
    others: "weitere Suchende ansehen",
    preview: "Mail und Antwortseite ansehen",
    leave: "Geöffnetes wieder schließen",
    help: "diese Übersicht",
    use: "Tastenkürzel benutzen",
  },
} as const;
