import { describe, expect, test } from "vitest";
import { bounceOf } from "./bounce";
import { namedDay } from "./named-day";
import { objectionIn } from "./objection";
import { outOfOfficeOf } from "./out-of-office";
import { splitQuoted } from "./own-words";
import { readKind } from "./read-kind";
import { suggestOutcomes } from "./suggest-outcomes";

const today = "2026-11-25";

describe("days in words", () => {
  test.each([
    ["7.1.2027", "2027-01-07"],
    ["07.01. wieder", "2027-01-07"],
    ["30.11.", "2026-11-30"],
    ["7. Januar", "2027-01-07"],
    ["7 January 2028", "2028-01-07"],
    ["January 7, 2027", "2027-01-07"],
    ["May 3rd", "2027-05-03"],
    ["Mai", "2027-05-01"],
    ["Mitte Mai", "2027-05-15"],
    ["Ende Februar 2028", "2028-02-25"],
    ["März wieder", "2027-03-01"],
    ["in drei Monaten", "2027-02-25"],
    ["in 6 weeks", "2027-01-06"],
    ["im neuen Jahr", "2027-01-01"],
    ["Frühjahr", "2027-03-01"],
    ["2027-02-03", "2027-02-03"],
    ["31.2.2027", null],
    ["irgendwann", null],
    ["99.99.2027", null],
  ])("“%s” is %s", (text, day) => expect(namedDay(text, today)).toBe(day));
});

describe("answers: what a practice wrote and what is suggested", () => {
  /** position:outcome[@day]/confidence, the rest as "*". */
  const said = (text: string, people = 3) =>
    suggestOutcomes(text, { people, today })
      .map(
        ({ position, outcome, laterOn, confidence }) =>
          `${position ?? "*"}:${outcome}${laterOn ? `@${laterOn}` : ""}/${confidence}`,
      )
      .join(" ");

  test.each([
    ["Guten Tag,\nich kann Patient 2 nehmen.\nViele Grüße", "2:accepted/clear"],
    ["Leider keine Plätze.", "*:rejected_capacity/likely"],
    ["Wir haben derzeit leider keine freien Therapieplätze.", "*:rejected_capacity/likely"],
    ["Ab Mai habe ich wieder einen Platz frei.", "*:later@2027-05-01/unsure"],
    ["Aktuell keine Kapazität, ab Mai wieder.", "*:later@2027-05-01/likely"],
    [
      "Person 1 und 3 kann ich leider nicht aufnehmen, Person 2 gerne.",
      "1:rejected_capacity/clear 2:accepted/likely 3:rejected_capacity/clear",
    ],
    ["Patientin 1 kann ich aufnehmen, die anderen leider nicht.", "1:accepted/clear *:rejected_other/likely"],
    ["Den zweiten Patienten nehme ich gerne auf.", "2:accepted/clear"],
    ["Patient 3 passt leider nicht in mein Behandlungsspektrum.", "3:rejected_unsuitable/clear"],
    ["Ich behandle leider keine Essstörungen, daher Patient 2 nicht.", "2:rejected_unsuitable/clear"],
    ["Ich könnte Nr. 1 und Nr. 2 ein Erstgespräch anbieten.", "1:accepted/clear 2:accepted/clear"],
    ["Wir sind voll, die Warteliste ist geschlossen.", "*:rejected_capacity/likely"],
    ["Wir sind bis Ende 2027 ausgebucht.", "*:rejected_capacity/likely"],
    ["Ich kann im Moment niemanden aufnehmen.", "*:rejected_capacity/likely"],
    ["Ich habe einen Platz frei.", "*:accepted/unsure"],
    ["Frühestens im März 2027 kann ich Patient 2 einen Platz anbieten.", "2:later@2027-03-01/clear"],
    ["Fragen Sie bitte in drei Monaten noch einmal.", "*:later@2027-02-25/likely"],
    ["I can take patient 1.", "1:accepted/clear"],
    ["Patient 2 kann ich übernehmen.", "2:accepted/clear"],
    ["Patient 2 kann ich leider nicht übernehmen.", "2:rejected_capacity/clear"],
    ["Patient 2 übernehme ich gerne.", "2:accepted/clear"],
    ["Patient 2 übernehme ich leider nicht.", "2:rejected_other/clear"],
    ["Patient 2 nehme ich leider nicht auf.", "2:rejected_other/clear"],
    ["Patient 2 würde ich nicht nehmen können.", "2:rejected_capacity/clear"],
    ["Wir werden niemanden aufnehmen.", "*:rejected_capacity/likely"],
    ["I will not take patient 2.", "2:rejected_capacity/clear"],
    ["Ich kann nicht nur Patient 1, sondern auch Patient 2 nehmen.", "1:accepted/clear 2:accepted/clear"],
    ["Ich nehme Patient 1 gerne an, keine weiteren.", "1:accepted/clear"],
    ["Patient 2 nehme ich, wie besprochen, nicht auf.", ""],
    ["Unfortunately we have no free places at the moment.", "*:rejected_capacity/likely"],
    ["We are fully booked until further notice.", "*:rejected_capacity/likely"],
    [
      "Patients 1 and 2: no capacity. Happy to see patient 3.",
      "1:rejected_capacity/clear 2:rejected_capacity/clear 3:accepted/clear",
    ],
    ["Patient 2 is not a good fit for my practice.", "2:rejected_unsuitable/clear"],
    ["Patient 2 darf sich gerne bei mir melden.", "2:accepted/clear"],
    ["Person 1: ja, Person 2: nein.", "1:accepted/likely 2:rejected_other/likely"],
    ["1: nein\n2: ja\n3) kein Platz", "1:rejected_other/likely 2:accepted/likely 3:rejected_capacity/clear"],
    ["Pat. 1: ja, gerne\nPat. 2: leider nein", "1:accepted/likely 2:rejected_other/likely"],
    ["Vielen Dank für Ihre Nachricht.", ""],
    ["Haben Sie auch private Patienten?", ""],
    ["Rufen Sie mich bitte unter 0241 123456 an.", ""],
    ["", ""],
  ])("“%s” → %s", (text, expected) => expect(said(text)).toBe(expected));

  test.each([
    [
      "Person 1 ja, Person 2 nein, Person 3 erst im März",
      "1:accepted/likely 2:rejected_other/likely 3:later@2027-03-01/likely",
    ],
    [
      "Ich könnte 1 und 3 übernehmen, 2 leider nicht",
      "1:accepted/likely 2:rejected_other/likely 3:accepted/likely",
    ],
    ["1 ja, 2 nein, 3 leider nicht.", "1:accepted/likely 2:rejected_other/likely 3:rejected_other/likely"],
    ["Patient 2 frühestens ab 15.4.", "2:later@2027-04-15/likely"],
    ["Person 2 leider nicht", "2:rejected_other/likely"],
    ["I could take 1 and 2, 3 no", "1:accepted/likely 2:accepted/likely 3:rejected_other/likely"],
  ])("as short as “%s” → %s", (text, expected) => expect(said(text)).toBe(expected));

  /** Positions that are suggested although nobody was named. */
  const named = (text: string, people = 3) =>
    suggestOutcomes(text, { people, today }).flatMap(({ position }) => position ?? []);

  test.each([
    "Ich kann 2 übernehmen.",
    "Ich könnte 1 oder 2 übernehmen.",
    "Ich kann 1 Person übernehmen, 2 leider nicht.",
    "Ich könnte eine Patientin nehmen, 2 leider nicht, 3 nicht.",
    "Ich kann einen übernehmen, 2 leider nicht.",
    "Ich habe 1 und 3 Stunden frei.",
    "Ich kann 1 und 2 Wochen später einen Termin anbieten.",
    "Zwischen 1 und 3 Plätze könnte ich anbieten.",
    "Wir können 2 bis 3 übernehmen.",
    "Ich kann 1 und 5 übernehmen, 2 leider nicht.",
    "Termine um 1 und 3, 2 leider nicht.",
  ])("numbers that may mean something else name nobody: “%s”", (text) => expect(named(text)).toEqual([]));

  test.each([
    "Person 1 ja?",
    "Könnte ich 1 und 3 übernehmen?",
    "Kann ich Patient 2 aufnehmen?",
    "Person 3 habe ich erst im März kennengelernt.",
    "Person 3 war erst im März bei uns.",
    "Zu Person 1 ja gleich mehr.",
    "Person 2 nicht gelesen.",
  ])("words that only look like an answer suggest nothing: “%s”", (text) => expect(said(text)).toBe(""));

  test("of one person only, a yes without a number means that person", () => {
    expect(said("Ich kann die Patientin gerne aufnehmen.", 1)).toBe("*:accepted/clear");
    expect(said("Leider kein Platz.", 1)).toBe("*:rejected_capacity/clear");
  });
});

describe("quoted text", () => {
  const ours = "> wir suchen einen Platz für 3 Personen.\n> Auch „kein Platz“ hilft.";

  test.each([
    [
      "a reply above",
      `Ich rufe Sie an.\n\nAm 3. Mai 2027 um 10:00 schrieb Lotse <a@b.de>:\n${ours}`,
      "Ich rufe Sie an.",
    ],
    [
      "a broken attribution",
      `Ja.\n\nAm 3. Mai 2027 um 10:00 Uhr schrieb Lotse Vermittlung\n<antwort+ABC@lotse.example>:\n\n${ours}`,
      "Ja.",
    ],
    ["English", `Yes.\n\nOn 3 May 2027, at 10:00, Lotse <a@b.de> wrote:\n\n${ours}`, "Yes."],
    [
      "Outlook",
      "Nein.\n\nVon: Lotse <a@b.de>\nGesendet: Montag, 3. Mai 2027 10:00\nAn: Praxis\nBetreff: Anfrage\n\nkein Platz",
      "Nein.",
    ],
    ["a line of dashes", "Ja.\n-----Ursprüngliche Nachricht-----\nkein Platz", "Ja."],
    [
      "answers between the quoted lines",
      `Am 3. Mai 2027 schrieb Lotse:\n> Person 1\nja\n> Person 2\nnein`,
      "ja\nnein",
    ],
    ["a signature", "Ja.\n-- \nPraxis ohne freie Plätze", "Ja."],
    ["nothing quoted", "Von: uns aus gerne.\nBis bald", "Von: uns aus gerne.\nBis bald"],
  ])("%s is told apart", (_, text, own) => expect(splitQuoted(text).own).toBe(own));

  test("our own words are never an answer", () => {
    const message = {
      complete: true,
      subject: "Re: Anfrage",
      headers: new Map(),
      text: `\n\nAm 3. Mai 2027 schrieb Lotse <a@b.de>:\n${ours}`,
    };
    expect(readKind(message, { people: 3, today, bounce: null })).toEqual({
      kind: "other",
      suggestion: { outcomes: [], backOn: null },
    });
  });
});

describe("automatic replies", () => {
  const away = (own: string, subject = "Re: Anfrage", headers: Record<string, string> = {}) =>
    outOfOfficeOf({ own, subject, headers: new Map(Object.entries(headers)), today });

  test.each([
    ["Ich bin im Urlaub und ab dem 7. Januar wieder erreichbar.", "2027-01-07"],
    ["Ich bin vom 20.12. bis 6.1. nicht in der Praxis.", "2027-01-07"],
    ["Die Praxis bleibt bis einschließlich 3.1.2027 geschlossen.", "2027-01-04"],
    ["Ab Montag, den 11.01.2027 bin ich zurück. Ich bin derzeit nicht im Haus.", "2027-01-11"],
    ["I am out of the office until January 4, 2027.", "2027-01-05"],
    ["I am on leave and will be back on 11 January.", "2027-01-11"],
    ["Ich bin abwesend.", null],
    ["Ich war bis 3.1.2020 im Urlaub und bin nicht erreichbar.", null],
  ])("“%s” → back on %s", (own, backOn) => expect(away(own)).toMatchObject({ backOn, byWords: true }));

  test.each([
    [{ "auto-submitted": "auto-replied (vacation)" }, "Re: Anfrage"],
    [{ "x-auto-response-suppress": "All" }, "Anfrage"],
    [{ "x-autoreply": "yes" }, "Anfrage"],
    [{}, "Automatische Antwort: Anfrage K7M4Q2XD"],
    [{}, "AW: Abwesenheitsnotiz"],
    [{}, "Out of Office: Anfrage"],
  ])("are known by head %j or subject “%s”", (headers, subject) =>
    expect(away("Danke.", subject, headers)).toEqual({ backOn: null, byWords: false }),
  );

  test("a person who mentions a holiday and answers is read as an answer", () => {
    const text = "Ich bin bis 6.1. im Urlaub, danach kann ich Patient 2 aufnehmen.";
    const message = { complete: true, subject: "Re: Anfrage", headers: new Map(), text };
    expect(readKind(message, { people: 2, today, bounce: null }).kind).toBe("answer");
  });
});

describe("objections", () => {
  test.each([
    "Bitte keine weiteren Anfragen.",
    "Ich möchte keine weiteren Mails von Ihnen erhalten.",
    "Bitte nehmen Sie mich aus Ihrem Verteiler, aus dem Verteiler streichen",
    "Hiermit widerspreche ich der Nutzung meiner Adresse.",
    "Bitte löschen Sie meine Daten umgehend.",
    "Bitte schicken Sie mir keine Anfragen mehr.",
    "Wir wollen nicht mehr angeschrieben werden.",
    "Please remove me from your list.",
    "Do not contact us again.",
    "No further emails please.",
  ])("“%s” is one", (text) => expect(objectionIn(text)).not.toBeNull());

  test.each([
    "Leider keine Plätze.",
    "Ich habe keine Fragen mehr.",
    "Wir haben keine freien Termine.",
    "I cannot take anybody.",
  ])("“%s” is none", (text) => expect(objectionIn(text)).toBeNull());
});

describe("bounces", () => {
  const report = (status: string, returned = "Message-ID: <one@lotse.example>\nSubject: x") =>
    bounceOf({
      from: { address: "mailer-daemon@mx.example" },
      subject: "Undelivered Mail Returned to Sender",
      text: "",
      answers: [],
      headers: new Map(),
      report: { status, returned },
    });
  const failed = (code: string) =>
    `Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; Praxis@Example.org\nAction: failed\nStatus: ${code}\nDiagnostic-Code: smtp; 550\n`;

  test.each([
    ["5.1.1", "hard"],
    ["5.2.1", "hard"],
    ["5.4.4", "soft"],
    ["5.5.0", "soft"],
    ["5.1.8", "soft"],
    ["5.2.2", "soft"],
    ["5.7.1", "soft"],
    ["4.4.7", "soft"],
  ])("a failure with %s is %s and names address and mail", (code, severity) =>
    expect(report(failed(code))).toEqual({
      severity,
      isFinal: true,
      recipient: "praxis@example.org",
      mailIds: ["<one@lotse.example>"],
    }),
  );

  test.each([
    ["5.0.0", "550 no such user here", "hard"],
    ["5.0.0", "550 rejected as spam", "soft"],
    ["5.0.0", "554 5.7.1 refused", "soft"],
    ["5.7.1", "550 user unknown", "soft"],
  ])("a failure with %s and “%s” beside it is %s", (code, said, severity) =>
    expect(report(failed(code).replace("smtp; 550", `smtp; ${said}`))).toMatchObject({ severity }),
  );

  test("a delay is no failure, and a receipt no bounce", () => {
    expect(report("Final-Recipient: rfc822; a@b.de\nAction: delayed\nStatus: 4.4.1")).toMatchObject({
      severity: "delayed",
      isFinal: false,
    });
    expect(report("Final-Recipient: rfc822; a@b.de\nAction: delivered\nStatus: 2.0.0")).toBeNull();
  });

  test("a report in a server's own words is read too, a person's mail about one is not", () => {
    const own = {
      subject: "failure notice",
      text: "Sorry, <praxis@example.org>: 550 5.1.1 user unknown\n\nMessage-ID: <one@lotse.example>",
      answers: [],
      report: null,
    };
    const headers = new Map([["return-path", "<>"]]);
    expect(bounceOf({ ...own, headers, from: { address: "mailer-daemon@mx.example" } })).toMatchObject({
      severity: "hard",
      mailIds: ["<one@lotse.example>"],
    });
    const spam = { ...own, text: "<praxis@example.org>: 554 rejected as spam" };
    expect(bounceOf({ ...spam, headers, from: { address: "mailer-daemon@mx.example" } })).toMatchObject({
      severity: "soft",
      isFinal: true,
    });
    const full = { ...own, text: "<praxis@example.org>: 452 4.2.2 mailbox full" };
    expect(bounceOf({ ...full, headers, from: { address: "mailer-daemon@mx.example" } })).toMatchObject({
      severity: "soft",
      isFinal: false,
    });
    expect(bounceOf({ ...own, headers: new Map(), from: { address: "praxis@example.org" } })).toBeNull();
  });
});
