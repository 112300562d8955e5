export const staffToday = {
  title: "Heute",
  empty: {
    title: "Für heute ist alles getan",
    text: "Keine Aufgabe, kein Anruf, kein Vorschlag wartet. Neue Antworten erscheinen hier von selbst.",
  },
  tasks: {
    title: "Zuerst",
    crisis: "Bitte heute anrufen: {name} hat belastende Gedanken angegeben.",
    crisisWithoutPhone:
      "Bitte heute melden: {name} hat belastende Gedanken angegeben. Eine Telefonnummer fehlt.",
    registered_again: "{name} hat das Formular noch einmal ausgefüllt. Bitte ansehen, was anders ist.",
    registered_placed:
      "{name} hat sich noch einmal angemeldet, obwohl ein Platz gefunden ist. Bitte fragen Sie nach, wie es damit steht.",
    wrong_mailbox: "Eine Mail kam bei den Falschen an. Die richtige Adresse fehlt.",
    mail_failed: "Eine Mail konnte nicht zugestellt werden.",
    mail_unknown: "Bei einer Mail ist unklar, ob sie angekommen ist.",
    mail_bounced: "{name} ist per Mail nicht erreichbar: Die Adresse gibt es nicht. Bitte anrufen.",
    no_contact: "Eine Praxis ist nicht erreichbar. Es fehlt eine Adresse oder Telefonnummer.",
    placement_unclear: "Von {name} wissen wir nicht, wie es nach der Zusage weiterging. Bitte rufen Sie an.",
    wrong_number: "Eine Telefonnummer stimmt nicht. Bitte suchen Sie die richtige.",
    wrong_data: "Angaben einer Praxis stimmen nicht. Bitte den Eintrag prüfen und berichtigen.",
    dataKind: "Verzeichnis",
    taken_over:
      "Eine Anfrage, die {name} übernommen hat, steht still. Bitte zu Ende bringen oder zurückgeben.",
    inquiryKind: "Anfrage",
    placement_call:
      "Zum Platz für {name} gibt es Neues. Jemand ist per E-Mail nicht zu erreichen. Bitte rufen Sie an.",
    placementUnclearAt:
      "Von {name} wissen wir nicht, wie es nach der Zusage von {practice} weiterging. Bitte rufen Sie an.",
    placementCalls: {
      acceptance_confirm:
        "{practice} hat einen Platz für {name}. Bitte rufen Sie {name} an und fragen Sie, ob der Platz passt.",
      acceptance_reminder:
        "{name} hat zum Platz bei {practice} noch nichts gesagt. Bitte rufen Sie {name} noch einmal an.",
      acceptance_lapsed:
        "Der Platz bei {practice} ist wieder frei, weil {name} nicht geantwortet hat. Die Suche geht weiter. Bitte sagen Sie es {name} am Telefon.",
      acceptance_taken_back:
        "{practice} hat die Zusage für {name} zurückgenommen. Die Suche geht weiter. Bitte sagen Sie es {name} am Telefon.",
      back_in_queue:
        "Mit dem Platz bei {practice} hat es nicht geklappt. Die Suche geht weiter. Bitte sagen Sie es {name} am Telefon.",
      practice_contact:
        "{name} hat den Platz bei {practice} angenommen. Bitte sagen Sie {name} am Telefon, wie die Praxis zu erreichen ist.",
      practice_to_call:
        "{name} meldet sich selbst bei {practice}. Bitte nennen Sie {name} am Telefon die Nummer der Praxis und das Zeichen {reference}, Person {position, number}.",
      first_talk_patient: "War das erste Gespräch bei {practice}? Bitte fragen Sie {name} am Telefon.",
      progress_patient: "Wie geht es bei {practice} weiter? Bitte fragen Sie {name} am Telefon.",
      placed:
        "Bei {practice} hat die Therapie begonnen, die Suche ist zu Ende. Bitte sagen Sie es {name} am Telefon.",
      patient_confirmed:
        "{name} möchte den Platz bei {practice}. Bitte rufen Sie in der Praxis an und nennen Sie Namen und Kontakt: Zeichen {reference}, Person {position, number}.",
      patient_will_call:
        "{name} möchte den Platz bei {practice} und meldet sich dort selbst. Bitte rufen Sie in der Praxis an und nennen Sie keinen Namen, nur das Zeichen {reference}, Person {position, number}.",
      first_talk_practice:
        "War das erste Gespräch mit {name}? Bitte fragen Sie {practice} am Telefon: Zeichen {reference}, Person {position, number}.",
      progress_practice:
        "Wie geht es mit {name} weiter? Bitte fragen Sie {practice} am Telefon: Zeichen {reference}, Person {position, number}.",
      place_free_again:
        "Der Platz bei {practice} ist wieder frei, {name} braucht ihn nicht. Bitte sagen Sie es der Praxis am Telefon: Zeichen {reference}, Person {position, number}.",
      identity_withdrawn:
        "{name} möchte bei {practice} nicht mehr genannt werden und behält den Platz. Bitte rufen Sie in der Praxis an: Name und Kontakt sind dort zu löschen. Nennen Sie nur das Zeichen {reference}, Person {position, number}.",
      contact_withdrawn:
        "{name} hat eine Einwilligung zurückgezogen. Bitte rufen Sie {practice} an: Name und Kontakt sind dort zu löschen, und der Platz ist wieder frei.",
    },
    recordKind: "Akte",
    crisisKind: "Krise",
    mailKind: "Mail",
    contactKind: "Kontakt",
    placementKind: "Vermittlung",
    openPatient: "Akte öffnen",
    openMail: "Mail ansehen",
    openTherapist: "Praxis öffnen",
    openInquiry: "Anfrage ansehen",
    due: "Fällig {day}",
    done: "Erledigt",
    finished: "Die Aufgabe ist erledigt.",
    finish: "Als erledigt eintragen",
    result: "Was ist dabei herausgekommen?",
    resultHint: "Ein kurzer Satz, zum Beispiel: Gespräch geführt, ist in Sicherheit.",
    reopened: "Die Aufgabe steht wieder auf der Liste von heute.",
    emailOpen: "(noch nicht bestätigt)",
    unreachable: "Weder Telefonnummer noch E-Mail-Adresse. Anschrift siehe Akte.",
  },
  review: {
    title: "Prüfen",
    proposals: "{count, plural, one {Ein Vorschlag wartet} other {# Vorschläge warten}} auf Ihre Freigabe.",
    proposalsAction: "Vorschläge prüfen",
    therapists: "{count, plural, one {Ein neuer Eintrag} other {# neue Einträge}} im Verzeichnis zu prüfen.",
    therapistsAction: "Einträge prüfen",
    inbox:
      "{count, plural, one {Eine Mail ist eingegangen und wartet.} other {# Mails sind eingegangen und warten.}}",
    inboxAction: "Mails lesen",
  },
  calls: {
    title: "Jetzt anrufen",
    all: "Alle Anrufe",
  },
  answers: {
    title: "Antworten seit gestern",
    line: "{name} zur Anfrage {reference}",
    yes: "{count, plural, one {Eine Zusage} other {# Zusagen}}",
    no: "{count, plural, one {Eine ohne Platz} other {# ohne Platz}}",
    more: "{count, plural, one {Eine weitere Anfrage} other {# weitere Anfragen}} mit Antworten, in der Liste der Anfragen",
    action: "Anfrage ansehen",
  },
} as const;
