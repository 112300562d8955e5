/**
 * What mails say. A blank line begins a paragraph; words between tags can be clicked, and in the plain text their
 * address stands behind them. Nobody's health, name or therapy stands in any of them: words such as "Therapie" only in
 * mails to practices.
 */
export const mails = {
  hello: "Guten Tag,",
  greeting:
    "{salutation, select, female {Sehr geehrte Frau {name},} male {Sehr geehrter Herr {name},} other {Guten Tag {name},}}",
  regards: "Freundliche Grüße",
  /** Below every mail with a link to the patient's page. */
  privateLink: "Bitte geben Sie diese Nachricht nicht weiter: Wer den Link hat, kann Ihre Seite öffnen.",
  /** Where an address was found that the team entered by hand. */
  ownResearch: "eigene Recherche in öffentlichen Quellen",
  methods: {
    VT: "Verhaltenstherapie",
    TP: "tiefenpsychologisch fundierte Psychotherapie",
    AP: "analytische Psychotherapie",
    ST: "systemische Therapie",
  },
  letters: {
    confirm_email: {
      subject: "Bitte bestätigen Sie Ihre E-Mail-Adresse",
      body: "Sie haben sich bei uns angemeldet. Bitte bestätigen Sie, dass diese Adresse Ihnen gehört. Erst danach beginnen wir mit der Suche.",
      action: "Adresse bestätigen",
      small:
        "Der Link gilt {days, plural, one {einen Tag} other {# Tage}}. Danach löschen wir Ihre Angaben.\n\nSie haben sich nicht angemeldet? Dann brauchen Sie nichts zu tun.",
    },
    registered: {
      subject: "Ihre Anmeldung bei uns",
      body: "Ihre Anmeldung ist bei uns angekommen.\n\nMit dem Link öffnen Sie Ihre Seite. Dort steht, wie es weitergeht und welche Einwilligungen wir von Ihnen haben. Sie können sie dort ändern.",
      action: "Meine Seite öffnen",
    },
    search_started: {
      subject: "Wir suchen jetzt für Sie",
      body: "Ihre Anmeldung ist vollständig. Wir suchen jetzt nach Praxen, die zu Ihren Angaben passen, und fragen dort für Sie an.\n\nJeden Montag schreiben wir Ihnen, wie es steht. Sobald eine Praxis einen Platz hat, bekommen Sie sofort eine Nachricht. Auf Ihrer Seite können Sie die Suche auch anhalten oder beenden.",
      action: "Meine Seite öffnen",
    },
    new_address: {
      subject: "Ihre neue E-Mail-Adresse",
      body: "Ihre E-Mail-Adresse ist bei uns geändert. Wir schreiben Ihnen ab jetzt an diese Adresse.\n\nIhre Seite öffnen Sie über den Link in dieser Mail. Links aus früheren Mails gelten nicht mehr.",
      action: "Meine Seite öffnen",
    },
    weekly_status: {
      subject: "So steht Ihre Suche",
      body: "{asked, plural, =0 {wir haben noch keine Praxis für Sie gefragt} one {wir haben bisher eine Praxis für Sie gefragt} other {wir haben bisher # Praxen für Sie gefragt}}{week, plural, =0 {.} one {, davon eine in den letzten sieben Tagen.} other {, davon # in den letzten sieben Tagen.}}{open, plural, =0 {} one { Eine Antwort steht noch aus.} other { # Antworten stehen noch aus.}}\n\n{next, select, waiting {Als Nächstes: Wer noch nicht geantwortet hat, bekommt eine Erinnerung. Danach rufen wir in der Praxis an.} other {Als Nächstes: Wir sehen jede Nacht nach, welche Praxis zu Ihren Angaben passt, und fragen dort an.}} Sobald eine Praxis einen Platz hat, schreiben wir Ihnen sofort. Sie brauchen nichts zu tun.",
      action: "Meine Seite öffnen",
      small: "Sie möchten diese Nachricht nicht mehr bekommen? <stop>Hier bestellen Sie sie ab</stop>",
    },
    acceptance_confirm: {
      subject: "Eine Praxis hat einen Platz für Sie",
      body: "eine Praxis hat geantwortet und hält einen Platz für Sie frei. Auf Ihrer Seite steht, welche Praxis es ist.\n\nMöchten Sie den Platz? Bitte sagen Sie es uns dort {hasDay, select, yes {bis zum {day}} other {in den nächsten Tagen}}. Vorher erfährt die Praxis nicht, wer Sie sind.",
      action: "Platz ansehen und antworten",
      small: "Passt der Platz nicht? Auch das sagen Sie uns auf Ihrer Seite. Wir suchen dann weiter.",
    },
    acceptance_reminder: {
      subject: "Möchten Sie den freien Platz?",
      body: "eine Praxis hält einen Platz für Sie frei und wartet auf Ihre Antwort.\n\nMöchten Sie den Platz? Bitte sagen Sie es uns {hasDay, select, yes {bis zum {day}} other {bald}}. Danach suchen wir weiter, und der Platz geht an jemand anderen.",
      action: "Platz ansehen und antworten",
    },
    acceptance_lapsed: {
      subject: "Wir suchen weiter für Sie",
      body: "eine Praxis hatte einen Platz für Sie. Wir haben dazu nichts von Ihnen gehört und den Platz wieder freigegeben.\n\nIhre Suche geht weiter, und Ihre Wartezeit zählt von Anfang an. Möchten Sie gerade nicht suchen? Dann können Sie die Suche auf Ihrer Seite anhalten oder beenden.",
      action: "Meine Seite öffnen",
    },
    acceptance_taken_back: {
      subject: "Der Platz ist leider doch nicht frei",
      body: "eine Praxis hatte uns einen Platz für Sie gemeldet. Das war ein Irrtum, und die Praxis hat die Zusage zurückgenommen. Das tut uns leid.\n\nIhren Namen haben wir nicht weitergegeben. Wir suchen weiter, und Ihre Wartezeit zählt von Anfang an. Sie brauchen nichts zu tun.",
      action: "Meine Seite öffnen",
    },
    back_in_queue: {
      subject: "Wir suchen weiter für Sie",
      body: "mit dem Platz hat es nicht geklappt. Das kommt vor.\n\nWir suchen weiter, und Ihre Wartezeit zählt von Anfang an. Sie brauchen nichts zu tun. Möchten Sie an Ihren Angaben etwas ändern? Dann antworten Sie einfach auf diese Nachricht.",
      action: "Meine Seite öffnen",
    },
    practice_contact: {
      subject: "Die Praxis weiß jetzt Bescheid",
      body: "danke für Ihre Bestätigung. Die Praxis weiß jetzt, wer Sie sind und wie man Sie erreicht.\n\nAuf Ihrer Seite steht, wie Sie die Praxis erreichen und wie Sie einen ersten Termin vereinbaren. Hat die Praxis Formulare für Sie, finden Sie sie auch dort.",
      action: "Kontakt der Praxis ansehen",
    },
    practice_to_call: {
      subject: "Bitte melden Sie sich in der Praxis",
      body: "danke für Ihre Bestätigung. Die Praxis hält den Platz für Sie frei und wartet auf Ihren Anruf. Ihren Namen haben wir ihr nicht genannt.\n\nAuf Ihrer Seite steht, wie und wann Sie die Praxis erreichen und welches Zeichen Sie am Telefon nennen.",
      action: "Kontakt der Praxis ansehen",
    },
    first_talk_patient: {
      subject: "Hat Ihr erster Termin stattgefunden?",
      body: "hat Ihr erster Termin in der Praxis schon stattgefunden? Bitte sagen Sie uns kurz, wie es steht.\n\nHat es nicht gepasst, suchen wir weiter, und Ihre Wartezeit zählt von Anfang an.",
      action: "Kurz antworten",
    },
    progress_patient: {
      subject: "Wie ist es weitergegangen?",
      body: "wie ist es nach Ihrem ersten Termin weitergegangen? Bitte sagen Sie uns kurz, wie es steht.\n\nHat es nicht gepasst, suchen wir weiter, und Ihre Wartezeit zählt von Anfang an.",
      action: "Kurz antworten",
    },
    placed: {
      subject: "Ihre Suche ist zu Ende",
      body: "Sie haben einen Platz gefunden und dort angefangen. Damit ist Ihre Suche zu Ende. Wir fragen keine weitere Praxis und schreiben Ihnen nicht mehr.\n\nWir wünschen Ihnen alles Gute.",
      action: "Meine Seite öffnen",
    },
    pause_ending: {
      subject: "Ihre Pause endet bald",
      body: "{hasDay, select, yes {Ihre Pause endet am {day}} other {Ihre Pause endet bald}}. Danach suchen wir weiter. Dafür brauchen Sie nichts zu tun.\n\nMöchten Sie länger warten oder die Suche beenden? Das geht auf Ihrer Seite.",
      action: "Meine Seite öffnen",
    },
    search_closed: {
      subject: "Ihre Suche ist beendet",
      body: "Ihre Suche ist beendet. Wir fragen keine Praxis mehr für Sie an.\n\nMöchten Sie später wieder suchen, können Sie sich jederzeit neu anmelden.",
      action: "Meine Seite öffnen",
    },
    inquiry: {
      subject:
        "Anfrage {reference}: {count, plural, one {Therapieplatz für 1 Person} other {Therapieplätze für # Personen}}",
      body: "wir vermitteln Therapieplätze und suchen {count, plural, one {einen Platz für eine Person} other {Plätze für # Personen}} {areaCount, plural, =0 {in Ihrer Nähe} one {aus dem Postleitzahlgebiet {areas}} other {aus den Postleitzahlgebieten {areas}}}.{methodCount, plural, =0 {} other { Gewünscht: {methods}.}}\n\n{count, plural, one {Das anonyme Profil steht} other {Die anonymen Profile stehen}} auf Ihrer Antwortseite. Bitte antworten Sie bis zum {dueOn}. Dafür genügen wenige Klicks, und auch „kein Platz“ hilft.",
      action: "Ansehen und antworten",
      small: "Bei Fragen nennen Sie bitte das Zeichen {reference}.",
      footer:
        "Wir schreiben Ihnen, weil diese Adresse für Ihre Praxis veröffentlicht ist (Quelle: {source}). Wir nutzen die Angaben zu Ihrer Praxis nur, um nach Therapieplätzen zu fragen (Art. 6 Abs. 1 Buchst. f, Art. 14 DSGVO). Weiter geben wir sie nur an die Menschen, für die wir fragen: nach einer Zusage oder als Nachweis ihrer Suche. <privacy>Wie wir mit Daten umgehen und welche Rechte Sie haben</privacy>\n\nSie möchten keine Anfragen? <objection>Hier widersprechen Sie</objection>",
    },
    inquiry_reminder: {
      subject:
        "Erinnerung: Anfrage {reference}: {count, plural, one {Therapieplatz für 1 Person} other {Therapieplätze für # Personen}}",
      body: "wir haben Sie nach {count, plural, one {einem Therapieplatz} other {Therapieplätzen}} gefragt. Eine Antwort steht noch aus.\n\n{count, plural, one {Das anonyme Profil steht} other {Die anonymen Profile stehen}} auf Ihrer Antwortseite. Bitte antworten Sie bis zum {dueOn}. Dafür genügen wenige Klicks, und auch „kein Platz“ hilft.",
      action: "Ansehen und antworten",
      small:
        "Bei Fragen nennen Sie bitte das Zeichen {reference}. Das ist die einzige Erinnerung an diese Anfrage.",
      footer:
        "Wir schreiben Ihnen, weil diese Adresse für Ihre Praxis veröffentlicht ist (Quelle: {source}). <privacy>Wie wir mit Daten umgehen und welche Rechte Sie haben</privacy>\n\nSie möchten keine Anfragen? <objection>Hier widersprechen Sie</objection>",
    },
    inquiry_forwarded: {
      subject:
        "Weitergeleitet: Anfrage {reference}: {count, plural, one {Therapieplatz für 1 Person} other {Therapieplätze für # Personen}}",
      body: "jemand aus Ihrer Praxis hat diese Anfrage an Sie weitergeleitet. Wir vermitteln Therapieplätze und suchen {count, plural, one {einen Platz für eine Person} other {Plätze für # Personen}}.\n\n{count, plural, one {Das anonyme Profil steht} other {Die anonymen Profile stehen}} auf der Antwortseite. Bitte antworten Sie bis zum {dueOn}. Dafür genügen wenige Klicks, und auch „kein Platz“ hilft.",
      action: "Ansehen und antworten",
      small: "Bei Fragen nennen Sie bitte das Zeichen {reference}.",
      footer:
        "Ihre Adresse hat uns Ihre Praxis genannt. Wir nutzen sie nur für diese Anfrage. <privacy>Wie wir mit Daten umgehen und welche Rechte Sie haben</privacy>\n\nSie möchten keine Anfragen? <objection>Hier widersprechen Sie</objection>",
    },
    already_placed: {
      subject: "Anfrage {reference}: Platz schon gefunden",
      body: "{count, plural, one {eine Person aus unserer Anfrage hat inzwischen anderswo einen Platz} other {# Personen aus unserer Anfrage haben inzwischen anderswo einen Platz}}. Sie brauchen nichts mehr zu tun.\n\nVielen Dank für Ihre Mühe.",
      action: "Antwortseite öffnen",
    },
    answer_receipt: {
      subject: "Anfrage {reference}: Ihre Antwort ist da",
      body: "vielen Dank. Ihre Antwort ist eingetragen.\n\n{accepted, plural, =0 {} one {Sie haben einer Person einen Platz zugesagt. Wir fragen sie jetzt, ob sie ihn möchte. Danach schreiben wir Ihnen, wie es weitergeht.} other {Sie haben # Personen einen Platz zugesagt. Wir fragen sie jetzt, ob sie ihn möchten. Danach schreiben wir Ihnen, wie es weitergeht.}}\n\n{open, plural, =0 {Mehr brauchen Sie nicht zu tun.} one {Bei einer Person steht Ihre Antwort noch aus.} other {Bei # Personen steht Ihre Antwort noch aus.}}",
      action: "Antwort ansehen",
      small: "Bei Fragen nennen Sie bitte das Zeichen {reference}.",
    },
    patient_confirmed: {
      subject: "Anfrage {reference}: Der Platz ist bestätigt",
      body: "die Person, der Sie einen Platz zugesagt haben, möchte ihn gern. Name und Kontakt stehen auf Ihrer Antwortseite.\n\nBitte vereinbaren Sie einen ersten Termin. Die Person weiß, dass Sie sich melden. Sie kann auch selbst anrufen.",
      action: "Namen und Kontakt ansehen",
      small: "Bei Fragen nennen Sie bitte das Zeichen {reference}.",
    },
    patient_will_call: {
      subject: "Anfrage {reference}: Der Platz ist bestätigt",
      body: "die Person, der Sie einen Platz zugesagt haben, möchte ihn gern. Sie meldet sich selbst bei Ihnen und nennt dabei das Zeichen {reference}. Ihren Namen geben wir nicht weiter.\n\nBitte halten Sie den Platz frei und vereinbaren Sie dann einen ersten Termin.",
      action: "Antwortseite öffnen",
      small: "Bei Fragen nennen Sie bitte das Zeichen {reference}.",
    },
    first_talk_practice: {
      subject: "Anfrage {reference}: Hat das erste Gespräch stattgefunden?",
      body: "Sie haben einer Person aus unserer Anfrage einen Platz zugesagt. Hat das erste Gespräch stattgefunden?\n\nBitte sagen Sie uns kurz, wie es steht. Hat es nicht gepasst, suchen wir für die Person weiter.",
      action: "Kurz antworten",
      small: "Bei Fragen nennen Sie bitte das Zeichen {reference}.",
    },
    progress_practice: {
      subject: "Anfrage {reference}: Wie ist es weitergegangen?",
      body: "Sie haben einer Person aus unserer Anfrage einen Platz zugesagt, und das erste Gespräch hat stattgefunden. Wie ist es weitergegangen?\n\nBitte sagen Sie uns kurz, wie es steht. Hat es nicht gepasst, suchen wir für die Person weiter.",
      action: "Kurz antworten",
      small: "Bei Fragen nennen Sie bitte das Zeichen {reference}.",
    },
    place_free_again: {
      subject: "Anfrage {reference}: Ihr Platz ist wieder frei",
      body: "eine Person, der Sie einen Platz zugesagt haben, nimmt ihn leider nicht. Ihr Platz ist wieder frei. Sie brauchen ihn nicht mehr für uns freizuhalten.\n\nVielen Dank, dass Sie geholfen haben.",
      action: "Antwortseite öffnen",
      small: "Bei Fragen nennen Sie bitte das Zeichen {reference}.",
    },
    contact_withdrawn: {
      subject: "Anfrage {reference}: Bitte löschen Sie Name und Kontakt",
      body: "die Person, der Sie einen Platz zugesagt haben, hat ihre Einwilligung bei uns zurückgezogen. Damit endet unsere Vermittlung. Für uns brauchen Sie den Platz nicht mehr freizuhalten.\n\nBitte löschen Sie Name und Kontakt, die Sie von uns haben. Das gilt nicht, wenn die Person selbst bei Ihnen bleiben möchte oder wenn Sie die Daten aufbewahren müssen.\n\nVielen Dank, dass Sie geholfen haben.",
      action: "Antwortseite öffnen",
      small: "Bei Fragen nennen Sie bitte das Zeichen {reference}.",
    },
    identity_withdrawn: {
      subject: "Anfrage {reference}: Bitte löschen Sie Name und Kontakt",
      body: "die Person, der Sie einen Platz zugesagt haben, möchte nicht mehr, dass wir ihren Namen und Kontakt weitergeben. Auf Ihrer Antwortseite steht beides nicht mehr. Bitte löschen Sie, was Sie davon notiert haben. Das gilt nicht für Daten, die Sie aufbewahren müssen.\n\nDer Platz bleibt vergeben. Die Person meldet sich selbst bei Ihnen und nennt dabei das Zeichen {reference}.",
      action: "Antwortseite öffnen",
      small: "Bei Fragen nennen Sie bitte das Zeichen {reference}.",
    },
    task_due: {
      subject: "{count, plural, one {Eine Aufgabe ist fällig} other {# Aufgaben sind fällig}}",
      body: "bei Lotse {count, plural, one {ist eine Aufgabe} other {sind # Aufgaben}} fällig.",
      action: "Aufgaben ansehen",
    },
  },
};
