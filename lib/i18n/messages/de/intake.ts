export const intake = {
  title: "Platz suchen",
  stepTitle: "{heading} (Schritt {current, number} von {total, number})",
  steps: {
    person: {
      heading: "Wer sind Sie?",
      lead: "Es dauert etwa fünf Minuten. Was Sie eingeben, speichern wir verschlüsselt, damit nichts verloren geht. Wenn Sie es nicht abschicken, löschen wir es nach sieben Tagen.",
      firstName: "Vorname",
      lastName: "Nachname",
      birthDate: "Geburtsdatum",
      birthDateHint:
        "Zum Beispiel 24 3 1988. Manche Praxen behandeln nur Erwachsene, andere nur Kinder und Jugendliche.",
      gender: "Geschlecht",
      genderHint: "Einige Praxen behandeln nur bestimmte Gruppen.",
    },
    guardian: {
      heading: "Wer ist sorgeberechtigt?",
      leadYoung:
        "Unter 15 Jahren müssen die Eltern oder andere Sorgeberechtigte zustimmen. Bitte füllen Sie die nächsten Seiten gemeinsam aus.",
      lead: "Ab 15 Jahren können Sie selbst entscheiden, ob Sie eine Therapie möchten. Wenn Sie möchten, nennen Sie uns jemanden, mit dem wir auch sprechen dürfen.",
      guardianName: "Name",
      guardianPhone: "Telefonnummer",
      guardianEmail: "E-Mail-Adresse",
      either: "Telefonnummer oder E-Mail-Adresse genügt.",
    },
    contact: {
      heading: "Wie erreichen wir Sie?",
      email: "E-Mail-Adresse",
      emailHint: "An diese Adresse schicken wir einen Link. Erst wenn Sie ihn bestätigen, beginnt die Suche.",
      phone: "Telefonnummer",
      phoneHint: "Für Rückfragen, wenn eine Mail nicht ankommt.",
      place: "Wo wohnen Sie?",
      placeHint: "Wir suchen von dort aus. Praxen erfahren nur die ungefähre Gegend.",
      street: "Straße",
      houseNumber: "Hausnummer",
      postalCode: "Postleitzahl",
      city: "Ort",
      cityHint: "Wenn Sie den Ort leer lassen, ergänzen wir ihn aus der Postleitzahl.",
      placeConfirmed: "{place} stimmt so",
      placeConfirmedHint:
        "Wir suchen dann von der Postleitzahl aus. Kennen wir sie nicht, fragen wir bei Ihnen nach.",
    },
    insurance: {
      heading: "Wie sind Sie versichert?",
      lead: "Davon hängt ab, welche Praxen Sie aufnehmen können.",
      payer: "Wer bezahlt die Behandlung?",
      payers: {
        gkv: "Zum Beispiel AOK, Barmer, DAK oder TK. So sind die meisten versichert.",
        pkv: "Sie bezahlen zuerst selbst und reichen die Rechnung ein.",
        beihilfe:
          "Für Beamtinnen und Beamte und ihre Familien, meist zusammen mit einer privaten Versicherung.",
        self: "Sie möchten ohne Versicherung bezahlen.",
        other: "Zum Beispiel Heilfürsorge, Berufsgenossenschaft oder Sozialamt.",
      },
      reimbursement: "Auch in Privatpraxen suchen",
      reimbursementHint:
        "Findet sich kein Platz mit Kassenzulassung, kann die Krankenkasse auf Antrag eine Privatpraxis bezahlen (Kostenerstattung nach § 13 Absatz 3 SGB V). Den Antrag stellen Sie vor der Behandlung. Die Kasse kann ablehnen.",
      insurer: "Name der Krankenkasse oder Versicherung",
    },
    situation: {
      heading: "Was belastet Sie?",
      lead: "Kreuzen Sie an, was passt. Sie können auch alles leer lassen. Praxen sehen nur die Überschriften, zum Beispiel „Stimmung“.",
      crisisTitle: "Sie müssen damit nicht allein bleiben",
      crisisText:
        "Bei der TelefonSeelsorge hört Ihnen Tag und Nacht jemand zu: <phone>{number}</phone>. In Lebensgefahr rufen Sie bitte <urgent>{emergency}</urgent> an. Alles Weitere steht unter <help>Hilfe jetzt</help>.",
      symptomsText: "Möchten Sie etwas dazu sagen?",
      symptomsTextHint:
        "In Ihren Worten. Unser Team liest es an Werktagen, nicht rund um die Uhr. Praxen sehen es nicht.",
    },
    help: {
      heading: "Gut, dass Sie das sagen",
      lead: "Viele Menschen kennen solche Gedanken. Sie müssen damit nicht allein bleiben. Hier ist jetzt jemand für Sie da:",
      more: "Weitere Stellen",
      goOn: "Mit dem Formular weitermachen",
      goOnHint: "Ihre Angaben sind gespeichert.",
      callTitle: "Oder sollen wir Sie anrufen?",
      callText:
        "Schicken Sie das Formular bis zum Ende ab. Dann sieht unser Team noch am selben Tag, dass es Ihnen sehr schlecht geht, und ruft Sie an, sobald jemand im Dienst ist. Wir sind kein Krisendienst: Nachts und am Wochenende helfen nur die Nummern oben.",
      phone: "Ihre Telefonnummer",
      call: "Bitte rufen Sie mich an",
    },
    treatment: {
      heading: "Was ist bisher geschehen?",
      lead: "Alles hier ist freiwillig. Sie können die Seite auch leer lassen.",
      consultation: "Waren Sie schon in einer psychotherapeutischen Sprechstunde?",
      consultationHint:
        "Das ist ein erstes Gespräch von mindestens 50 Minuten. Danach bekommen Sie ein Blatt mit der Bezeichnung PTV 11. Wer gesetzlich versichert ist, braucht das Gespräch vor einer Therapie. Termine gibt es unter {medical}.",
      consultationNotYet: "Noch nicht",
      ptv11: "Was ist auf dem Blatt PTV 11 angekreuzt?",
      ptv11Hint: "Wenn Sie das Blatt nicht zur Hand haben, lassen Sie es aus.",
      ptv11Boxes: {
        acute: "Akutbehandlung",
        urgent: "Zeitnah erforderlich",
      },
      previousTherapy: "Haben Sie schon einmal eine Psychotherapie gemacht?",
      previousTherapyEndedOn: "Wann war die letzte Sitzung?",
      previousTherapyEndedOnHint: "Monat und Jahr, zum Beispiel 3/2024. Ungefähr genügt.",
      diagnoses: "Diagnosen",
      diagnosesHint:
        "Wenn Sie welche kennen: der Buchstabe mit den Zahlen, zum Beispiel F41.1. Mehrere trennen Sie mit einem Komma.",
    },
    wishes: {
      heading: "Was wünschen Sie sich?",
      lead: "Je offener Sie sind, desto mehr Praxen kommen infrage. Alles hier ist freiwillig.",
      methods: "Soll es ein bestimmtes Verfahren sein?",
      methodsHint: "Wenn Sie nichts ankreuzen, suchen wir in jedem Verfahren.",
      methodHints: {
        VT: "Belastende Gedanken und Gewohnheiten erkennen und verändern, mit Übungen im Alltag.",
        TP: "Verstehen, welche Erfahrungen und Konflikte hinter den heutigen Schwierigkeiten stehen.",
        AP: "Ähnlich, aber länger und häufiger, oft im Liegen.",
        ST: "Die Familie und andere wichtige Menschen in den Blick nehmen.",
      },
      therapistGender: "Mit wem möchten Sie sprechen?",
      languagesKind: "In welcher Sprache möchten Sie sprechen?",
      languageKinds: {
        german: "Auf Deutsch",
        other: "In einer anderen Sprache",
      },
      languages: "In welcher?",
      languagesHint: "Kreuzen Sie jede Sprache an, in der es ginge.",
      openTo: "Was käme auch infrage?",
      openToOptions: {
        group: "Therapie in einer Gruppe",
        video: "Sitzungen per Video",
      },
      openToHints: {
        group: "Gruppen haben oft früher einen Platz frei.",
        video: "Dann suchen wir auch weiter weg.",
      },
      stepFreeAccess: "Ich brauche eine Praxis ohne Stufen",
    },
    times: {
      heading: "Wann und wie weit?",
      lead: "Eine Sitzung dauert 50 Minuten, meist einmal in der Woche.",
      timesKind: "Wann haben Sie Zeit?",
      kinds: {
        any: "Ich kann mich nach der Praxis richten",
        some: "Ich kann nur zu bestimmten Zeiten",
      },
      kindHints: {
        any: "Montag bis Freitag, zwischen 7 und 21 Uhr.",
      },
      times: "Zu welchen Zeiten?",
      parts: {
        morning: "Vormittag",
        afternoon: "Nachmittag",
        evening: "Abend",
      },
      partHours: {
        morning: "8–12",
        afternoon: "12–17",
        evening: "17–21",
      },
      travelMode: "Wie kommen Sie hin?",
      travelMinutes: "Wie lange darf ein Weg höchstens dauern?",
      travelMinutesHint: "Von Ihnen zu Hause bis zur Praxis.",
      minutes: "{minutes, number} Minuten",
    },
    consents: {
      heading: "Womit sind Sie einverstanden?",
      lead: "Ihre Gesundheit geht nur Sie etwas an. Deshalb fragen wir einzeln. Sie können jede Einwilligung jederzeit auf Ihrer persönlichen Seite zurücknehmen.",
      leadYoung: "Bitte lassen Sie hier eine sorgeberechtigte Person lesen und zustimmen.",
      needed: "Ohne diese beiden können wir nicht suchen",
      voluntary: "Diese beiden sind freiwillig",
      version: "Fassung {version}. Mehr dazu steht im <link>Datenschutz</link>.",
    },
    check: {
      heading: "Stimmt alles?",
      lead: "Bitte lesen Sie Ihre Angaben noch einmal. Danach schicken Sie sie ab.",
      send: "Angaben abschicken",
      afterwards:
        "Danach bekommen Sie eine Mail mit einem Link. Erst wenn Sie ihn bestätigen, beginnt die Suche.",
      changeStep: "{heading} Angaben ändern",
      nothing: "Keine Angabe",
    },
  },
  consentTexts: {
    processing: {
      label: "Lotse darf meine Angaben speichern und nutzen, um einen Therapieplatz für mich zu suchen.",
      text: "Dazu gehören auch Angaben zu meiner Gesundheit. Sie werden verschlüsselt gespeichert. Nur das Team von Lotse kann sie lesen, und jeder Blick in meine Angaben wird festgehalten. Ich kann jederzeit verlangen, dass sie gelöscht werden.",
    },
    sharing: {
      label: "Lotse darf Praxen ein Profil ohne meinen Namen zeigen.",
      text: "Im Profil stehen Alter, Geschlecht, wer die Behandlung bezahlt, die Bereiche meiner Beschwerden, meine Wünsche und Zeiten, seit wann ich warte, wie dringend es ist und die ungefähre Gegend. Nicht darin stehen Name, Adresse, Telefonnummer, E-Mail-Adresse, Geburtsdatum, Diagnosen und was ich in eigenen Worten geschrieben habe.",
    },
    identity: {
      label: "Lotse darf der Praxis meinen Namen und meine Telefonnummer nennen, wenn sie zugesagt hat.",
      text: "Erst nachdem ich diese Zusage selbst bestätigt habe. Habe ich keine Telefonnummer angegeben, nennt Lotse stattdessen meine E-Mail-Adresse. Bin ich noch nicht volljährig und habe ich eine sorgeberechtigte Person angegeben, nennt Lotse auch ihren Namen und wie man sie erreicht. Ohne diese Einwilligung rufe ich selbst in der Praxis an.",
    },
    status_mails: {
      label: "Lotse darf mir Mails zum Stand der Suche schicken.",
      text: "Wenn eine Praxis zusagt, schreibt Lotse mir in jedem Fall.",
    },
  },
  answers: {
    name: "Name",
    address: "Anschrift",
    ptv11: "Blatt PTV 11",
    openTo: "Auch möglich",
    stepFreeAccess: "Praxis ohne Stufen",
    times: "Zeiten",
    anyTime: "Jederzeit von Montag bis Freitag",
    travel: "Weg",
    travelValue: "{mode}, höchstens {minutes, number} Minuten",
    anyMethod: "Jedes Verfahren",
    consents: "Einverstanden mit",
    needed: "benötigt",
  },
  resume: {
    heading: "Möchten Sie weitermachen?",
    text: "In diesem Browser haben Sie schon Angaben gemacht, aber noch nicht abgeschickt. Wir löschen sie am {date}.",
    goOn: "Weitermachen",
    anew: "Alles löschen und neu anfangen",
  },
  done: {
    heading: "Ihre Angaben sind angekommen",
    lead: "Danke. Jetzt fehlt nur noch ein Schritt von Ihnen.",
    nextTitle: "So geht es weiter",
    mail: "Wir schicken Ihnen gerade eine Mail mit einem Link. Sie sollte in wenigen Minuten da sein. Bitte sehen Sie auch im Ordner für Spam nach.",
    mailKept:
      "Diese Installation verschickt keine Mails. Die Mail mit dem Link liegt nur beim Team, unter „Mail“.",
    confirm:
      "Öffnen Sie den Link und bestätigen Sie Ihre Adresse bis zum {date}. Sonst löschen wir Ihre Angaben.",
    search:
      "Dann suchen wir. Sie bekommen einen Link zu Ihrer persönlichen Seite. Dort sehen Sie jederzeit, wie es steht.",
    noMail: "Keine Mail bekommen?",
    noMailText:
      "Vielleicht ist in der Adresse ein Tippfehler. Dann füllen Sie das Formular bitte noch einmal aus.",
    anew: "Formular noch einmal ausfüllen",
  },
} as const;
