/** Sentences for people who typed something we cannot use: each says what to do. */
export const errors = {
  required: "Bitte füllen Sie dieses Feld aus.",
  choose: "Bitte wählen Sie eine Antwort aus.",
  tooLong: "Bitte kürzen Sie den Text auf höchstens {max, number} Zeichen.",
  controlCharacters:
    "Der Text enthält Zeichen, die wir nicht speichern können. Bitte tippen Sie ihn neu ein.",
  email: "Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.de.",
  phone: "Bitte geben Sie eine Telefonnummer mit Vorwahl ein, zum Beispiel 0241 123456.",
  postalCode: "Bitte geben Sie die Postleitzahl mit fünf Ziffern ein.",
  postalCodeUnknown: "Diese Postleitzahl kennen wir nicht. Bitte prüfen Sie die fünf Ziffern.",
  date: "Bitte geben Sie ein Datum mit Tag, Monat und Jahr ein, zum Beispiel 24 3 1988.",
  month: "Bitte geben Sie Monat und Jahr ein, zum Beispiel 3/2024.",
  chooseTime: "Bitte kreuzen Sie mindestens eine Zeit an.",
  phoneOrEmail: "Bitte geben Sie eine Telefonnummer oder eine E-Mail-Adresse an.",
  cityDiffers:
    "Zur Postleitzahl {postalCode} kennen wir den Ort {city}. Bitte prüfen Sie beides, oder bestätigen Sie unten, dass es so stimmt.",
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
  taskDone: "Das hat schon jemand anderes erledigt.",
  mailSettled: "Über diese Mail hat schon jemand anderes entschieden.",
  callFinished: "Dieser Anruf ist schon erledigt oder abgesagt.",
  notFound: "Diesen Eintrag gibt es nicht oder nicht mehr.",
  conflict: "Inzwischen hat sich etwas geändert. Bitte laden Sie die Seite neu und prüfen Sie den Stand.",
  forbidden: "Dafür fehlt Ihnen die Berechtigung.",
  rateLimited:
    "Das waren zu viele Versuche. Bitte warten Sie {minutes, plural, one {eine Minute} other {# Minuten}}.",
  unavailable:
    "Das geht gerade nicht. Ihre Angaben sind noch da. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
  unexpected:
    "Das hat leider nicht geklappt. Bitte versuchen Sie es noch einmal. Kennung für Rückfragen: {id}",
} as const;
