/** Sentences for people who typed something we cannot use: each says what to do. */
export const errors = {
  previewTooLong:
    "Die Berechnung dauert gerade zu lange. Bitte versuchen Sie es später noch einmal. Gespeichert ist nichts.",
  required: "Bitte füllen Sie dieses Feld aus.",
  choose: "Bitte wählen Sie eine Antwort aus.",
  objectionGone: "Dieser Widerspruch gilt nicht mehr. Bitte laden Sie die Seite neu.",
  tooLong: "Bitte kürzen Sie den Text auf höchstens {max, number} Zeichen.",
  controlCharacters:
    "Der Text enthält Zeichen, die wir nicht speichern können. Bitte tippen Sie ihn neu ein.",
  email: "Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.de.",
  phone: "Bitte geben Sie eine Telefonnummer mit Vorwahl ein, zum Beispiel 0241 123456.",
  postalCode: "Bitte geben Sie die Postleitzahl mit fünf Ziffern ein.",
  postalCodeUnknown:
    "Die Postleitzahl {postalCode} kennen wir nicht. Bitte prüfen Sie die fünf Ziffern, oder bestätigen Sie unten, dass es so stimmt.",
  postalCodeUnknownAgain:
    "Die Postleitzahl {postalCode} kennen wir nicht. Bitte prüfen Sie die fünf Ziffern. Stimmt sie, speichern Sie noch einmal; eine Entfernung lässt sich dann nicht bestimmen.",
  postalCodeUnknownApi:
    "Die Postleitzahl {postalCode} ist nicht bekannt. Stimmt sie, schicken Sie die Anfrage mit addressConfirmed=true noch einmal.",
  cityMissing: "Bitte geben Sie auch den Ort an.",
  date: "Dieses Datum gibt es so nicht. Bitte geben Sie Tag, Monat und Jahr in Zahlen ein, das Jahr mit vier Ziffern.",
  firstNameMissing: "Bitte geben Sie Ihren Vornamen ein.",
  lastNameMissing: "Bitte geben Sie Ihren Nachnamen ein.",
  birthDateMissing: "Bitte geben Sie Ihr Geburtsdatum ein.",
  guardianMissing: "Bitte geben Sie den Namen einer sorgeberechtigten Person ein.",
  emailMissing: "Bitte geben Sie Ihre E-Mail-Adresse ein.",
  payerMissing: "Bitte wählen Sie aus, wer die Behandlung bezahlt.",
  timesMissing: "Bitte wählen Sie aus, wann Sie Zeit haben.",
  travelModeMissing: "Bitte wählen Sie aus, wie Sie zur Praxis kommen.",
  travelMinutesMissing: "Bitte wählen Sie aus, wie lange der Weg dauern darf.",
  consentProcessingMissing:
    "Ohne die Einwilligung, Ihre Angaben zu speichern, können wir nicht für Sie suchen.",
  consentSharingMissing:
    "Ohne die Einwilligung, Praxen ein Profil ohne Namen zu zeigen, können wir nicht für Sie suchen.",
  month: "Bitte geben Sie Monat und Jahr ein, zum Beispiel 3/2024.",
  chooseTime: "Bitte kreuzen Sie mindestens eine Zeit an.",
  phoneOrEmail: "Bitte geben Sie eine Telefonnummer oder eine E-Mail-Adresse an.",
  cityDiffers:
    "Zur Postleitzahl {postalCode} kennen wir den Ort {city}. Bitte prüfen Sie beides, oder bestätigen Sie unten, dass es so stimmt.",
  cityDiffersAgain:
    "Zur Postleitzahl {postalCode} kennen wir: {city}. Bitte prüfen Sie beides. Stimmt es so, speichern Sie noch einmal.",
  cityDiffersApi:
    "Zur Postleitzahl {postalCode} ist bekannt: {city}. Stimmt der Ort trotzdem, schicken Sie die Anfrage mit addressConfirmed=true noch einmal.",
  dateInFuture: "Dieses Datum liegt in der Zukunft. Bitte prüfen Sie Tag, Monat und Jahr.",
  dateTooEarly: "Dieses Datum liegt sehr lange zurück. Bitte prüfen Sie das Jahr.",
  number: "Bitte geben Sie eine Zahl ein.",
  numberRange: "Bitte geben Sie eine Zahl von {min, number} bis {max, number} ein.",
  time: "Bitte geben Sie die Uhrzeit mit Stunde und Minute ein, zum Beispiel 14:30.",
  timeOrder: "Das Ende muss nach dem Anfang liegen.",
  icd10: "Bitte geben Sie die Diagnose als ICD-10-Code ein, zum Beispiel F41.1.",
  travelLimit: "Bitte geben Sie an, wie lange oder wie weit Sie fahren können.",
  consentRequired: "Ohne diese Einwilligung können wir nicht für Sie suchen.",
  language: "Bitte wählen Sie eine Sprache aus der Liste.",
  invalid: "Mit dieser Angabe können wir nichts anfangen. Bitte prüfen Sie sie.",
  fileMissing: "Bitte wählen Sie eine Datei aus.",
  fileTooBig: "Die Datei ist zu groß. Möglich sind bis zu {megabytes, number} MB.",
  fileNotPdf: "Diese Datei ist kein PDF. Bitte wählen Sie ein PDF.",
  tooManyForms: "Mehr als {max, number} Formulare sind nicht möglich. Bitte entfernen Sie zuerst eines.",
  numberMin: "Bitte geben Sie mindestens {min, number} ein.",
  numberMax: "Bitte geben Sie höchstens {max, number} ein.",
  tooMany: "Bitte geben Sie höchstens {max, number} Einträge an.",
  clockRange: "Bitte schreiben Sie Zeiten wie 09:00–12:00, mehrere mit Komma getrennt.",
  signInFailed: "E-Mail-Adresse oder Passwort stimmt nicht. Bitte prüfen Sie beides.",
  passwordShort: "Bitte wählen Sie ein Passwort mit mindestens 12 Zeichen.",
  passwordWorst:
    "Dieses Passwort wird als eines der ersten geraten. Bitte wählen Sie ein anderes, zum Beispiel vier Wörter, die nichts miteinander zu tun haben.",
  passwordWrong: "Das bisherige Passwort stimmt nicht. Bitte geben Sie es noch einmal ein.",
  emailTaken: "Mit dieser E-Mail-Adresse gibt es schon ein Konto. Bitte nehmen Sie eine andere.",
  lastAdmin:
    "Jemand muss das Team verwalten können. Bitte geben Sie zuerst einer anderen Person die Rolle Administration.",
  proposalChanged:
    "Jemand anderes hat diesen Vorschlag inzwischen geändert. Sie sehen jetzt den neuen Stand.",
  mailboxTaken:
    "Für diese Praxis gibt es inzwischen eine andere offene Anfrage. Der Vorschlag kann nicht zurückkommen.",
  proposalFull:
    "In dieser Anfrage ist kein Platz mehr. Bitte wählen Sie, wen die Person ersetzt, oder nehmen Sie zuerst jemanden heraus.",
  sendingDayFull:
    "Heute gehen schon so viele neue Anfragen hinaus, wie die Einstellung erlaubt. Diese geht am nächsten Werktag mit freiem Platz von selbst hinaus.",
  contactsUsedUp:
    "Für heute sind schon so viele Anfragen gesendet oder vorgemerkt, wie die Einstellung erlaubt. Wer mehr will, muss es bestätigen.",
  searchTaken:
    "Diese Suche läuft nicht mehr oder ist inzwischen in genug anderen Anfragen. Bitte wählen Sie jemand anderen.",
  practiceUnreachable: "Für diese Praxis ist weder eine E-Mail-Adresse noch eine Telefonnummer bekannt.",
  pairDoesNotFit:
    "Eine Person passt nicht mehr zu dieser Praxis, oder die Praxis wird jetzt nicht gefragt. Eine Angabe hat sich geändert. Bitte nehmen Sie die Person heraus oder wählen Sie jemand anderen.",
  recordChanged:
    "Jemand hat das inzwischen geändert, deshalb ist nichts gespeichert. Ihre Eingaben stehen noch hier. Öffnen Sie die Seite in einem zweiten Fenster neu und tragen Sie Ihre Änderung dort ein.",
  insuranceNumber:
    "Bitte geben Sie einen Buchstaben und neun Ziffern ein, zum Beispiel A123456789. So steht die Nummer auf der Gesundheitskarte.",
  taskResult: "Bitte schreiben Sie in einem kurzen Satz, was dabei herausgekommen ist.",
  taskOpen: "Diese Aufgabe ist schon wieder offen.",
  taskDone: "Das hat schon jemand anderes erledigt.",
  mailServerMissing: "Es ist kein Mailserver eingerichtet.",
  mailServerRefused:
    "Der Mailserver hat die Mail nicht angenommen. Unter „Zustand“ steht, was eingerichtet ist.",
  mailSettled: "Über diese Mail hat schon jemand anderes entschieden.",
  tooManyOwnContacts:
    "Mehr Einträge sind hier nicht möglich. Bitte löschen Sie einen, der nicht mehr gebraucht wird.",
  inboundMailChanged: "Jemand anderes hat diese Mail inzwischen bearbeitet. Sie sehen jetzt den neuen Stand.",
  noMailbox: "Es ist kein Postfach eingerichtet.",
  callFinished: "Dieser Anruf ist schon erledigt oder abgesagt.",
  lineClaimed: "Diese Nummer ruft gerade {name} an.",
  lineQuiet:
    "Jetzt wird niemand angerufen: Es ist Nacht, Wochenende oder Feiertag. Ruft die Praxis selbst an, öffnen Sie den Anruf und wählen Sie das dort aus.",
  lineCalledToday:
    "Bei dieser Nummer wurde heute schon angerufen. Bitte versuchen Sie es an einem anderen Tag.",
  lineNotHeld:
    "Sie halten diese Nummer nicht mehr. Bitte nehmen Sie sie noch einmal und tragen Sie den Anruf dann ein.",
  noPhoneNumber: "Hier ist keine Telefonnummer bekannt.",
  confirmationWrong: "Bitte schreiben Sie genau das angezeigte Wort.",
  importTooLarge: "Diese Datei ist zu lang. Möglich sind bis zu 20 MB.",
  importWithoutRecords:
    "In dieser Datei stehen keine Einträge, die wir lesen können. Bitte wählen Sie eine Aufzeichnung der Arztsuche.",
  importNotJson: "Diese Datei ist kein JSON. Bitte wählen Sie eine Aufzeichnung der Arztsuche.",
  idTaken: "Diese Kennung gibt es schon. Bitte nehmen Sie eine andere.",
  consentMissing: "Die Suche kann erst weitergehen, wenn die nötigen Einwilligungen vorliegen.",
  searchCancelled: "Diese Suche ist beendet.",
  talkTooFar: "Dieser Tag liegt mehr als ein Jahr in der Zukunft. Bitte prüfen Sie das Jahr.",
  dateInPast: "Dieses Datum ist schon vorbei. Bitte wählen Sie einen späteren Tag.",
  forwardDomain: "Bitte geben Sie eine Adresse Ihrer eigenen Praxis ein, mit demselben Ende nach dem @.",
  forwardSame: "Das ist die Adresse, an die diese Anfrage ging. Bitte nehmen Sie eine andere.",
  forwardUnwanted: "An diese Adresse dürfen wir nicht schreiben. Bitte sprechen Sie selbst mit der Person.",
  forwardRepeated: "Dorthin haben Sie die Anfrage schon weitergegeben.",
  forwardLimit: "Diese Anfrage ist schon zweimal weitergegeben. Bitte geben Sie den Link selbst weiter.",
  dateTooFar: "Dieser Tag liegt mehr als zwei Jahre in der Zukunft. Bitte wählen Sie einen früheren.",
  ageOrder: "Das Höchstalter liegt unter dem Mindestalter. Bitte prüfen Sie beides.",
  nothingOpen: "Zu dieser Anfrage ist nichts mehr offen. Danke.",
  therapistKnown: "Diese Person steht schon im Verzeichnis.",
  therapistHasInquiries:
    "Zu dieser Person gibt es Anfragen, die wir aufheben müssen. Bitte deaktivieren Sie den Eintrag, statt ihn zu löschen.",
  sharedMailDomain:
    "Unter dieser Domain haben viele fremde Menschen ihre E-Mail-Adresse. Bitte wählen Sie die Person oder die Adresse.",
  noMailAddress: "Hier ist keine E-Mail-Adresse bekannt.",
  searchUnverified: "Die E-Mail-Adresse ist noch nicht bestätigt.",
  searchActive: "Diese Suche läuft schon.",
  searchPaused: "Diese Suche ist schon pausiert.",
  searchPlaced: "Für diese Suche ist schon ein Platz gefunden.",
  inquiryClosed: "Diese Anfrage ist inzwischen geschlossen, oder jemand anderes hat sie übernommen.",
  inquiryChanged: "Inzwischen ist hier etwas anderes an der Reihe. Sie sehen jetzt den neuen Stand.",
  placementAccepted: "Dieser Platz ist noch nicht angenommen.",
  placementConfirmed: "Dieser Platz ist schon angenommen.",
  placementFirstTalk: "Das erste Gespräch ist schon eingetragen.",
  placementTrialSessions: "Die Probesitzungen sind schon eingetragen.",
  placementStarted: "Die Therapie hat schon begonnen.",
  talkAhead:
    "Der Tag, der für das erste Gespräch eingetragen ist, kommt erst noch. War das Gespräch schon, ändern Sie bitte zuerst den Termin.",
  noStageToTakeBack: "Hier gibt es nichts mehr zurückzunehmen.",
  takeBackDayOver:
    "Das lässt sich hier nur am selben Tag zurücknehmen. Bitte sagen Sie uns Bescheid, dann ändern wir es.",
  placementFailed: "Diese Zusage gilt nicht mehr.",
  therapistPendingReview: "Dieser Eintrag wartet noch auf die Prüfung.",
  therapistActive: "Dieser Eintrag ist schon aktiv.",
  therapistBlocked: "Dieser Eintrag ist schon gesperrt.",
  therapistInactive: "Dieser Eintrag ist inaktiv.",
  linkUnknown: "Dieser Link gilt nicht oder nicht mehr. Bitte öffnen Sie die neueste Mail von uns.",
  idempotencyKeyReused:
    "Dieser Idempotency-Key gehört zu einer anderen Anfrage. Bitte nehmen Sie einen neuen.",
  nothingSelected: "Bitte wählen Sie mindestens einen Eintrag aus.",
  intakeSent: "Ihre Angaben sind schon gesendet. Bitte öffnen Sie den Link in unserer Mail.",
  runGoesOn: "Dieser Abgleich geht weiter oder ist schon beendet.",
  runFinished: "Dieser Abgleich ist schon beendet.",
  notFound: "Diesen Eintrag gibt es nicht oder nicht mehr.",
  searchInEnough:
    "Eine Person darin ist schon in so vielen freigegebenen Anfragen, wie die Einstellung erlaubt. Bitte nehmen Sie diese Person heraus.",
  conflict: "Inzwischen hat sich etwas geändert. Bitte laden Sie die Seite neu und prüfen Sie den Stand.",
  forbidden: "Dafür fehlt Ihnen die Berechtigung.",
  rateLimited:
    "Das waren zu viele Versuche. Bitte warten Sie {minutes, plural, one {eine Minute} other {# Minuten}}.",
  unavailable:
    "Das geht gerade nicht. Ihre Angaben sind noch da. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
  unexpected:
    "Das hat leider nicht geklappt. Bitte versuchen Sie es noch einmal. Kennung für Rückfragen: {id}",
} as const;
