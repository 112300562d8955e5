export const patient = {
  title: "Ihre Suche",
  ended: {
    title: "Dieser Link führt nicht weiter",
    text: "Vielleicht ist er abgelaufen oder nicht vollständig. Bitte nehmen Sie den Link aus der neuesten Mail von uns.",
    anew: "Sie haben keine Mail mehr? Dann melden Sie sich neu an.",
    start: "Neu anmelden",
  },
  confirm: {
    title: "E-Mail-Adresse bestätigen",
    text: "Bitte bestätigen Sie, dass Sie mit Lotse einen Therapieplatz suchen möchten.",
    button: "Ja, bestätigen",
    notYou:
      "Sie waren das nicht? Dann schließen Sie diese Seite. Ohne Bestätigung löschen wir die Angaben nach sieben Tagen.",
    doneTitle: "Ihre Adresse ist bestätigt",
    placedLead: "Wir haben für Sie schon einen Platz gefunden.",
    placedText:
      "Haben Sie sich noch einmal angemeldet? Dann melden wir uns bei Ihnen und fragen, was aus dem Platz geworden ist. Wie es steht, sehen Sie auf Ihrer Seite. Den Link dorthin finden Sie in unseren Mails.",
    doneLead: "Wir suchen jetzt. Sie brauchen nichts weiter zu tun.",
    nextTitle: "So geht es weiter",
    page: "Sie bekommen in wenigen Minuten eine Mail mit dem Link zu Ihrer persönlichen Seite. Dort sehen Sie jederzeit, wie es steht.",
    pageKept:
      "Diese Installation verschickt keine Mails. Die Mail mit dem Link zu Ihrer persönlichen Seite liegt nur beim Team, unter „Mail“.",
    ask: "Wir gleichen Ihre Angaben mit den Praxen in Ihrer Nähe ab. Ein Mensch prüft jede Anfrage, bevor sie hinausgeht.",
    answer:
      "Bis eine Praxis antwortet, können einige Wochen vergehen. Sobald eine zusagt, schreiben wir Ihnen.",
  },
  stopMails: {
    title: "Die Nachricht am Montag abbestellen?",
    text: "Sie bekommen dann montags keine Nachricht mehr. Ihre Suche geht weiter. Hat eine Praxis einen Platz, schreiben wir Ihnen in jedem Fall.",
    button: "Ja, abbestellen",
    doneTitle: "Sie bekommen diese Nachricht nicht mehr",
    done: "Ihre Suche geht weiter. Hat eine Praxis einen Platz, schreiben wir Ihnen. Auf Ihrer Seite können Sie die Nachrichten wieder bestellen.",
  },
  my: {
    hello: "Guten Tag {name}",
    states: {
      unverified: "Ihre Adresse ist noch nicht bestätigt",
      active: "Wir suchen für Sie",
      paused: "Ihre Suche macht Pause",
      consentMissing: "Ihre Suche steht still",
      offered: "Eine Praxis hat einen Platz für Sie",
      confirmed: "Sie haben einen Platz angenommen",
      firstTalk: "Ihr erstes Gespräch war",
      trialSessions: "Ihre Probesitzungen laufen",
      started: "Ihre Therapie hat begonnen",
      cancelled: "Ihre Suche ist beendet",
    },
    timelineTitle: "Was bisher geschah",
    timeline: {
      registered: "Sie haben sich angemeldet.",
      waiting: "Sie stehen auf der Warteliste.",
      notAsked: "Wir haben noch keine Praxis angefragt.",
      asked:
        "Wir haben {asked, plural, one {eine Praxis} other {# Praxen}} angefragt. {open, plural, =0 {Keine Antwort ist mehr offen.} one {Eine Antwort ist offen.} other {# Antworten sind offen.}}",
      paused: "Die Suche ist angehalten.",
      consentMissing: "Eine Einwilligung fehlt.",
      placed: "Eine Praxis hat zugesagt.",
      confirmed: "Sie haben den Platz angenommen. Die Praxis kennt jetzt Ihren Namen.",
      confirmedUnnamed: "Sie haben den Platz angenommen.",
      firstTalk: "Das erste Gespräch hat stattgefunden.",
      trialSessions: "Die Probesitzungen haben begonnen.",
      started: "Die Therapie hat begonnen.",
      failed: {
        declined:
          "Den Platz vom {date} haben Sie nicht angenommen. Wir suchen mit Ihrer alten Wartezeit weiter.",
        lapsed:
          "Auf die Zusage vom {date} haben wir nichts von Ihnen gehört. Der Platz ist wieder frei. Wir suchen mit Ihrer alten Wartezeit weiter.",
        taken_back:
          "Eine Zusage vom {date} war ein Irrtum, und die Praxis hat sie zurückgenommen. Ihr Name wurde nicht weitergegeben. Wir suchen mit Ihrer alten Wartezeit weiter.",
        no_show:
          "Aus der Zusage vom {date} wurde nichts. Die Praxis sagt, dass das Gespräch nicht stattgefunden hat. Wir suchen mit Ihrer alten Wartezeit weiter.",
        unsuitable:
          "Aus der Zusage vom {date} wurde nichts, weil es nicht gepasst hat. Wir suchen mit Ihrer alten Wartezeit weiter.",
        no_capacity:
          "Aus der Zusage vom {date} wurde nichts. Die Praxis hat doch keinen Platz. Wir suchen mit Ihrer alten Wartezeit weiter.",
        search_ended: "Sie haben die Suche beendet. Der Platz vom {date} ist wieder frei.",
        consent_withdrawn:
          "Sie haben eine Einwilligung zurückgezogen. Deshalb haben wir den Platz vom {date} zurückgegeben. Kannte die Praxis schon Ihren Namen, bitten wir sie, ihn zu löschen.",
      },
      cancelled: "Die Suche ist beendet.",
    },
    nextTitle: "Was wir als Nächstes tun",
    next: {
      unverified:
        "Bitte öffnen Sie den Link in unserer ersten Mail und bestätigen Sie Ihre Adresse. Dann beginnen wir.",
      notAsked:
        "Wir gleichen Ihre Angaben jeden Morgen mit den Praxen ab. Passt eine, prüft ein Mensch aus unserem Team die Anfrage und schickt sie ab. Das kann einige Tage dauern.",
      open: "Wir warten auf Antwort. Bleibt sie aus, erinnern wir die Praxis und rufen dort an. Sobald eine zusagt, schreiben wir Ihnen.",
      noneOpen:
        "Zurzeit ist keine Anfrage offen. Wir suchen weiter und fragen die nächsten Praxen, die passen.",
      pausedUntil: "Am {date} suchen wir von selbst weiter. Ihre Wartezeit bleibt erhalten.",
      paused: "Wir warten, bis Sie weitermachen möchten. Ihre Wartezeit bleibt erhalten.",
      consentMissing:
        "Wir können erst weitersuchen, wenn Sie wieder einverstanden sind. Ihre Wartezeit bleibt erhalten.",
      offered:
        "Wir halten den Platz für Sie und fragen keine anderen Praxen mehr. Bitte antworten Sie in den nächsten Tagen. Sonst erinnern wir Sie einmal und geben den Platz danach zurück.",
      confirmed:
        "Die Praxis weiß, wie sie Sie erreicht. In etwa zwei Wochen fragen wir Sie und die Praxis, ob das erste Gespräch war. Wenn Sie Fragen haben, sagen Sie uns bitte <link>Bescheid</link>.",
      confirmedUnnamed:
        "Bitte melden Sie sich bald in der Praxis. In etwa zwei Wochen fragen wir Sie und die Praxis, ob das erste Gespräch war. Erreichen Sie niemanden, sagen Sie uns bitte <link>Bescheid</link>.",
      confirmedDated:
        "Ihr erstes Gespräch ist am {date}. Danach fragen wir Sie, wie es war. Wenn Sie Fragen haben, sagen Sie uns bitte <link>Bescheid</link>.",
      firstTalk:
        "Oft folgen jetzt einige Probesitzungen. In einigen Wochen fragen wir Sie, wie es weitergegangen ist.",
      trialSessions: "In einigen Wochen fragen wir Sie, ob die Therapie begonnen hat.",
      started: "Wir haben alles getan und wünschen Ihnen alles Gute.",
      cancelled: "Wir fragen keine Praxen mehr. Wenn Sie wieder suchen möchten, melden Sie sich neu an.",
    },
    placement: {
      title: "Diese Praxis hat einen Platz",
      offered:
        "Lesen Sie in Ruhe, welche Praxis es ist. Ihren Namen kennt die Praxis noch nicht. Das Zeichen dieser Zusage ist <b>{reference}</b>.",
      call: "Die Praxis kennt jetzt Ihren Namen und kann sich bei Ihnen melden. Sie können dort auch selbst anrufen. Das Zeichen ist <b>{reference}</b>.",
      callYourself:
        "Bitte rufen Sie die Praxis an. Nennen Sie dort <b>{reference}, Person {position, number}</b>. Die Praxis hält den Platz frei und wartet auf Sie. Ihren Namen hat sie nicht von uns.",
      writeYourself:
        "Bitte melden Sie sich bei der Praxis. Nennen Sie dort <b>{reference}, Person {position, number}</b>. Die Praxis hält den Platz frei und wartet auf Sie. Ihren Namen hat sie nicht von uns.",
      forms: "Formulare der Praxis",
      form: "{name} (PDF, {size})",
      address: "Adresse",
      phone: "Telefon",
      phoneHours: "Telefonzeiten",
      phoneHoursUnknown:
        "Nicht bekannt. Oft sind Praxen am Telefon nur wenige Stunden in der Woche erreichbar. Sprechen Sie auch auf den Anrufbeantworter.",
      email: "E-Mail",
      website: "Website",
      noPhone: "Eine Telefonnummer ist uns nicht bekannt. Bitte schreiben Sie der Praxis.",
      hours: "{weekday} {hours}",
      until: "{from} bis {to} Uhr",
    },
    confirm: {
      title: "Möchten Sie diesen Platz?",
      text: "Wenn Sie Ja sagen, nennen wir der Praxis Ihren Namen und wie sie Sie erreicht. Sagen Sie Nein, dann suchen wir weiter, und Ihre Wartezeit bleibt erhalten.",
      textAsking:
        "Sie können den Platz mit oder ohne diese Einwilligung nehmen. Ohne sie rufen Sie selbst in der Praxis an. Sagen Sie Nein, dann suchen wir weiter, und Ihre Wartezeit bleibt erhalten.",
      yes: "Ja, ich nehme den Platz",
      no: "Nein, diesen Platz nicht",
    },
    progress: {
      questions: {
        confirmed: "Wie geht es mit der Praxis weiter?",
        first_talk: "Wie ist es nach dem Gespräch weitergegangen?",
        trial_sessions: "Hat die Therapie begonnen?",
      },
      stages: {
        first_talk: "Das erste Gespräch war",
        trial_sessions: "Die Probesitzungen haben begonnen",
        started: "Die Therapie hat begonnen",
      },
      startedSure:
        "Damit endet unsere Suche, und wir fragen nicht mehr nach. Ein erstes Gespräch oder Probesitzungen sind noch nicht der Beginn.",
      startedYes: "Ja, die Therapie hat begonnen",
      takeBack: "Das war ein Versehen",
      takeBackText: "Bis heute um Mitternacht können Sie Ihre letzte Angabe hier zurücknehmen.",
      takeBackButton: "Angabe zurücknehmen",
      notWorking: "Es klappt nicht",
      when: "Wann ist Ihr erstes Gespräch?",
      whenHint: "Dann fragen wir Sie erst danach, wie es war.",
      saveDay: "Termin merken",
    },
    giveUp: {
      title: "Möchten Sie den Platz zurückgeben?",
      text: "Wir sagen der Praxis, dass der Platz wieder frei ist. Dann suchen wir weiter, und Ihre Wartezeit bleibt erhalten. Bei dieser Praxis fragen wir nicht mehr für Sie an.",
      textOffered:
        "Wir sagen der Praxis, dass der Platz wieder frei ist. Ihren Namen erfährt sie nicht. Dann suchen wir weiter, und Ihre Wartezeit bleibt erhalten. Bei dieser Praxis fragen wir nicht mehr für Sie an.",
      titleOffered: "Möchten Sie diesen Platz nicht nehmen?",
      buttonOffered: "Platz nicht nehmen",
      reason: "Was ist der Grund?",
      reasons: {
        declined: "Ich möchte diesen Platz nicht",
        unsuitable: "Es passt nicht mit uns",
        no_capacity: "Die Praxis hat doch keinen Platz",
      },
      button: "Platz zurückgeben",
      back: "Nein, zurück",
    },
    actionsTitle: "Was Sie tun können",
    pause: {
      title: "Suche anhalten",
      text: "Zum Beispiel wegen eines Klinikaufenthalts oder Urlaubs. Offene Anfragen nehmen wir zurück.",
      until: "Bis wann?",
      untilHint: "Lassen Sie das Datum leer, wenn Sie es noch nicht wissen.",
      button: "Suche anhalten",
    },
    resume: {
      title: "Suche fortsetzen",
      text: "Wir suchen sofort weiter.",
      button: "Weitersuchen",
    },
    consents: {
      link: "Einwilligungen ansehen und ändern",
      title: "Ihre Einwilligungen",
      lead: "Sie können jede Einwilligung zurücknehmen. Das gilt sofort.",
      since: "Seit {date}",
      notGiven: "Nicht erteilt",
      warning:
        "Ohne die ersten beiden können wir nicht suchen. Nehmen Sie eine davon zurück, dann steht die Suche still, und offene Anfragen ziehen wir sofort zurück. Eine Zusage, die Sie schon haben, geben wir dann auch zurück.",
      button: "Speichern",
      saved: "Gespeichert.",
      back: "Zurück zu Ihrer Seite",
    },
    end: {
      link: "Suche beenden",
      title: "Möchten Sie die Suche beenden?",
      text: "Wir nehmen alle offenen Anfragen zurück und suchen nicht weiter. Das lässt sich nicht rückgängig machen: Wenn Sie später wieder suchen, beginnt die Wartezeit neu.",
      open: "{open, plural, =0 {Zurzeit ist keine Anfrage offen.} one {Zurzeit ist eine Anfrage offen.} other {Zurzeit sind # Anfragen offen.}}",
      pauseInstead: "Sie können die Suche stattdessen auch anhalten.",
      reason: "Warum möchten Sie beenden?",
      reasons: {
        found_elsewhere: "Ich habe selbst einen Platz gefunden",
        no_longer_wanted: "Ich möchte zurzeit keine Therapie",
        other: "Aus einem anderen Grund",
      },
      button: "Suche endgültig beenden",
      back: "Nein, zurück",
    },
    keep: "Bitte geben Sie den Link zu dieser Seite nicht weiter: Wer ihn hat, kann sie öffnen.",
    changed: {
      paused: "Die Suche ist angehalten.",
      resumed: "Die Suche läuft wieder.",
      ended: "Die Suche ist beendet.",
    },
  },
} as const;
