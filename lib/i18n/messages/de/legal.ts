/** Imprint, privacy and accessibility. What the product does is stated; what only the operator knows is asked for. */
export const legal = {
  contact: {
    email: "E-Mail: {email}",
    phone: "Telefon: {phone}",
    missing:
      "Diese Installation ist noch nicht fertig eingerichtet: Name und Anschrift der verantwortlichen Stelle fehlen. Bis sie da sind, geben Sie hier bitte keine echten Daten ein.",
    missingFor:
      "Für die Einrichtung: die Werte OPERATOR_NAME, OPERATOR_STREET, OPERATOR_CITY, OPERATOR_EMAIL und OPERATOR_PHONE.",
  },
  imprint: {
    title: "Impressum",
    operator: "Wer diese Seite betreibt",
    register: "Noch zu ergänzen",
    registerText:
      "Vor dem Start ergänzt die verantwortliche Stelle hier, was für sie gilt: Rechtsform und Vertretung, Registergericht und Nummer, Aufsichtsbehörde, Umsatzsteuer-Identifikationsnummer.",
    purpose: "Was Lotse ist",
    purposeText:
      "Lotse sucht im Auftrag von Patientinnen und Patienten freie Plätze in psychotherapeutischen Praxen. Lotse behandelt nicht, stellt keine Diagnosen und berät nicht rechtlich. Von Praxen nehmen wir kein Geld, und niemand kann sich einen besseren Platz in der Reihenfolge kaufen.",
    sources: "Woher wir Postleitzahlen und Orte kennen",
    sourcesText:
      "Postleitzahlen: © OpenStreetMap-Mitwirkende, OpenPLZ, countries-states-cities-database, unter der <link>Open Database License 1.0</link>.",
  },
  privacy: {
    title: "Datenschutz",
    draft: "Entwurf",
    draftText:
      "Die verantwortliche Stelle und ihre Datenschutzbeauftragte oder ihr Datenschutzbeauftragter müssen diesen Text prüfen und ergänzen, bevor echte Daten verarbeitet werden. Von selbst löscht die Software bisher nicht abgeschickte Formulare, nicht bestätigte Anmeldungen und erledigte Mails an uns. Die anderen Fristen muss die verantwortliche Stelle noch selbst einhalten.",
    lead: "Hier steht, was wir über Sie speichern, wozu und wie lange.",
    controller: { title: "Wer verantwortlich ist" },
    patients: {
      title: "Wenn Sie einen Platz suchen",
      what: "Wir speichern, was Sie in das Formular schreiben: Name, Geburtsdatum, Anschrift, E-Mail-Adresse, Telefonnummer, Ihre Krankenversicherung, was Sie belastet, wann Sie Zeit haben, wie weit Sie fahren können und was Sie sich wünschen. Dazu kommt, was mit Ihrer Suche geschieht: welche Praxen wir gefragt haben und was sie geantwortet haben.",
      why: "Wir brauchen das, um Praxen zu finden, die zu Ihnen passen, und um Ihnen zu sagen, wie weit wir sind. Rechtsgrundlage ist Ihre ausdrückliche Einwilligung (Artikel 6 Absatz 1 Buchstabe a und Artikel 9 Absatz 2 Buchstabe a DSGVO). Sie willigen einzeln ein, und Sie können jede Einwilligung jederzeit widerrufen. Dann beenden wir offene Anfragen sofort.",
      health:
        "Angaben über Ihre Gesundheit verschlüsseln wir, bevor wir sie speichern. Das gilt für Ihre Beschwerden, Diagnosen, freien Texte und die Versichertennummer. Jeder Blick in Ihre Akte wird aufgezeichnet.",
      nobody:
        "Was Sie frei schreiben, liest niemand rund um die Uhr. In einer Krise rufen Sie bitte die Nummern unter <link>Hilfe jetzt</link> an.",
    },
    sharing: {
      title: "Wer etwas erfährt",
      profile:
        "Die Praxen, die wir fragen, sehen ein Profil ohne Namen: Alter, Geschlecht, die Gruppen Ihrer Beschwerden, die Art der Versicherung, Ihre Zeiten und die ungefähre Gegend. Sie sehen es auf einer geschützten Seite. In der Mail selbst steht nichts über Ihre Gesundheit.",
      identity:
        "Ihren Namen und wie man Sie erreicht, erfährt eine Praxis erst, wenn sie zugesagt hat und Sie dem zustimmen.",
      crisis:
        "Wenn Sie Gedanken ankreuzen, nicht mehr leben zu wollen, oder Selbstverletzung, sieht das unser Team. Praxen erfahren es nur, wenn Sie es ausdrücklich erlauben.",
      nobody:
        "Sonst geben wir nichts weiter. Es gibt keine Werbung, keine Besucherzählung und keine Dienste anderer Firmen auf diesen Seiten.",
    },
    practices: {
      title: "Wenn Sie eine Praxis haben",
      what: "Wir speichern, was für Ihre Praxis veröffentlicht ist: Namen, Anschrift, Telefon, E-Mail-Adresse, Sprechzeiten, Verfahren und Sprachen, jeweils mit Quelle und Datum. Dazu kommt, was Sie uns antworten.",
      why: "Wir nutzen das nur, um Sie nach freien Plätzen zu fragen. Weiter geben wir es nur an die Menschen, für die wir fragen: nach einer Zusage oder als Nachweis für ihre Krankenkasse. Rechtsgrundlage ist unser berechtigtes Interesse und das der Menschen, die einen Platz suchen (Artikel 6 Absatz 1 Buchstabe f DSGVO).",
      object:
        "Sie können jederzeit widersprechen, mit einem Klick auf der Seite, zu der unsere Mail führt, oder mit einer Nachricht an uns. Der Widerspruch bleibt gespeichert, damit er auch nach einem neuen Import gilt: nicht als Name oder Adresse, sondern als Prüfwert, aus dem beides nicht abzulesen ist. Er gilt, bis Sie uns bitten, ihn aufzuheben.",
    },
    howLong: {
      title: "Wie lange wir etwas behalten",
      draft: "Formular, das Sie nicht abgeschickt haben: 7 Tage nach der letzten Änderung.",
      unverified: "Anmeldung, die Sie nicht bestätigt haben: 7 Tage.",
      search:
        "Angaben zu Ihrer Suche: bis 6 Monate nach ihrem Ende. Danach bleiben nur Zahlen, die niemandem zugeordnet werden können.",
      consent: "Nachweis, dass Sie eingewilligt haben: 3 Jahre.",
      mails: "Mails, die Sie uns schreiben: höchstens ein Jahr, nachdem wir sie erledigt haben.",
      links:
        "Persönliche Links: bis sie benutzt oder abgelaufen sind. Wir speichern davon nur eine Prüfsumme. Eine Ausnahme gibt es nur, solange dieser Dienst keine Mails verschicken kann: Dann bleiben die Mails mit ihren Links bei uns liegen, und unser Team kann sie lesen.",
    },
    cookies: {
      title: "Cookies",
      text: "Wir setzen nur Cookies, ohne die etwas nicht geht: „intake“ hält Ihr Formular zusammen, während Sie es ausfüllen; „lang“ merkt sich die Sprache, wenn Sie sie wechseln. Mitarbeitende bekommen zusätzlich Cookies für die Anmeldung und die Darstellung. Damit niemand das Formular massenhaft abschickt, zählen wir Versuche je Netzadresse. Die Adresse selbst speichern wir dafür nicht, nur eine Prüfsumme.",
    },
    rights: {
      title: "Ihre Rechte",
      text: "Sie können Auskunft verlangen, etwas berichtigen oder löschen lassen, die Verarbeitung einschränken lassen, ihr widersprechen, Ihre Daten in einem gängigen Format bekommen und jede Einwilligung widerrufen. Schreiben Sie uns dazu einfach. Sie können sich auch bei der Datenschutzaufsicht Ihres Bundeslandes beschweren.",
    },
  },
  accessibility: {
    title: "Barrierefreiheit",
    lead: "Alle sollen Lotse benutzen können: mit der Tastatur, mit Vorlese-Programm, mit großer Schrift, auf einem kleinen Telefon und ohne JavaScript.",
    standard: {
      title: "Woran wir uns halten",
      text: "Unser Maßstab sind die Web Content Accessibility Guidelines 2.2, Stufe AA. Bei jeder Änderung prüft ein Programm die Seiten auf bekannte Fehler, und die Kontraste aller Farben werden berechnet.",
    },
    limits: {
      title: "Was wir noch nicht wissen",
      text: "Menschen, die auf Hilfsmittel angewiesen sind, haben Lotse noch nicht geprüft. Texte in Leichter Sprache und Gebärdensprache gibt es noch nicht.",
    },
    report: {
      title: "Etwas geht nicht?",
      text: "Bitte schreiben Sie uns oder rufen Sie an. Sagen Sie, auf welcher Seite es hakt. Wir suchen dann einen Weg, und wenn nötig nehmen wir Ihre Angaben am Telefon auf.",
    },
  },
} as const;
