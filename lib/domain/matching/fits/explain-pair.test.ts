import { describe, expect, test } from "vitest";
import { matchingDay, patientRecord, therapistRecord } from "@/tests/support/matching-records";
import { noWishes } from "../../therapists/schemas";
import { explainPair } from "./explain-pair";
import type { MatchingExclusion, MatchingPatient, MatchingTherapist } from "../kernel/records";
import { ruleIds } from "../kernel/rules";
import { ruleSentence } from "./rule-sentences";
import type { PairFacts } from "../sentences/facts";
import { takeSnapshot } from "../kernel/snapshot";

describe("the explanation of a pair", () => {
  test("names every rule once, in their order, with the verdict on the pair", () => {
    const { rules, ...pair } = explained({}, { officeHours: {} });
    expect(rules.map(({ rule }) => rule)).toEqual([...ruleIds]);
    const way = { km: 0, minutes: 0, location: 0, isExact: false };
    expect(pair).toEqual({ verdict: "check", undetermined: false, ...way });
    expect(rules.filter(({ verdict }) => verdict !== "pass")).toEqual([
      { rule: "times", verdict: "unknown", sentence: "Die Sprechzeiten der Praxis sind nicht bekannt." },
    ]);
  });

  const düren = [{ id: "dueren", coordinates: { lat: 50.8043, lon: 6.4822 }, stepFree: "unknown" as const }];

  test.each<[string, Partial<MatchingPatient>, Partial<MatchingTherapist>, string, string]>([
    [
      "distance",
      {},
      { locations: düren },
      "Der Weg ist zu weit: 55 Min. mit dem Auto (geschätzt), höchstens 30 Min.",
      "The practice is too far away: 55 min by car (estimated), limit 30 min.",
    ],
    [
      "distance",
      { travel: { mode: "transit", maxKm: 28.2, maxMinutes: null } },
      { locations: düren },
      "Der Weg passt: 28,2 km Luftlinie, höchstens 28,2 km.",
      "The practice is close enough: 28.2 km as the crow flies, limit 28.2 km.",
    ],
    [
      "distance",
      { openToVideo: true },
      { locations: düren, video: "yes" },
      "Beide Seiten sind offen für Video. Der Weg zählt nicht.",
      "Both sides are open to video. The distance does not count.",
    ],
    [
      "contactable",
      {},
      { coolingUntil: new Date("2026-12-02T09:00:00Z") },
      "Die Praxis wird im Moment nicht angefragt. Wieder möglich ab 2. Dezember 2026.",
      "The practice is not being asked at the moment. Possible again from 2 December 2026.",
    ],
    [
      "contactable",
      {},
      { mailboxHasOpenInquiry: true },
      "Bei der Praxis ist noch eine Anfrage offen.",
      "The practice still has an open inquiry.",
    ],
    [
      "contactable",
      {},
      { objected: true },
      "Die Praxis möchte keine Anfragen bekommen.",
      "The practice does not want to receive inquiries.",
    ],
    [
      "search-open",
      { searchClosed: "consent" },
      {},
      "Eine nötige Einwilligung fehlt.",
      "A required consent is missing.",
    ],
    [
      "age-licence",
      { birthDate: "2010-01-01" },
      {},
      "Mit 16 Jahren ist eine Zulassung für Kinder und Jugendliche nötig. Die Praxis behandelt nur Erwachsene.",
      "At the age of 16, a licence for treating children and young people is needed. The practice only treats adults.",
    ],
    [
      "payer",
      { payer: null },
      { statutorySeat: "no" },
      "Nicht bekannt, wer die Therapie bezahlt.",
      "It is not known who will pay for the therapy.",
    ],
    [
      "method",
      { wantedMethods: ["AP", "TP"] },
      {},
      "Die Praxis bietet für dieses Alter als Einzeltherapie kein gewünschtes Verfahren an: AP oder TP.",
      "For this age, the practice does not offer any requested method as individual therapy: AP or TP.",
    ],
    [
      "therapist-gender",
      { wantedTherapistGender: "male" },
      {},
      "Gewünscht ist jemand anders: ein Mann.",
      "Someone else was requested: a man.",
    ],
    [
      "language",
      { languages: ["ar", "fa"] },
      {},
      "Die Praxis spricht keine gewünschte Sprache: Arabisch oder Persisch.",
      "The practice does not speak any requested language: Arabic or Persian.",
    ],
    [
      "times",
      { availability: {} },
      {},
      "Die möglichen Zeiten der Person sind nicht bekannt.",
      "The person’s availability is not known.",
    ],
    [
      "patient-age",
      {},
      { wishes: { ...noWishes, ageMin: 40 } },
      "Das Alter (36 Jahre) passt nicht zum Wunsch der Praxis: ab 40 Jahren.",
      "The age (36) does not meet the practice’s preference: aged 40 and over.",
    ],
    [
      "diagnosis",
      { diagnoses: [] },
      { wishes: { ...noWishes, diagnoses: ["F40"] } },
      "Es ist keine Diagnose angegeben. Wunsch der Praxis: F40.",
      "No diagnosis has been given. The practice’s preference: F40.",
    ],
    [
      "diagnosis",
      { diagnoses: ["F60"] },
      { wishes: { ...noWishes, excludedDiagnoses: ["F60.3"] } },
      "Die Diagnose ist zu ungenau, um zu sagen, ob die Praxis sie ausschließt. Wunsch der Praxis: nicht F60.3.",
      "The diagnosis is too general to tell whether the practice excludes it. The practice’s preference: not F60.3.",
    ],
    [
      "access",
      { stepFreeAccess: true },
      {
        locations: [{ id: "near", coordinates: { lat: 50.7753, lon: 6.0839 }, stepFree: "no" }, ...düren],
      },
      "Ein Zugang ohne Stufen ist nötig. Der nähere Standort hat keinen, ein anderer ist zu weit weg.",
      "Step-free access is needed. The nearer location does not have it; another one is too far away.",
    ],
    [
      "setting",
      {},
      { offers: [] },
      "Einzeltherapie ist gewünscht. Nichts spricht dafür, dass die Praxis nur Gruppen anbietet.",
      "Individual therapy is requested. Nothing suggests that the practice offers groups only.",
    ],
  ])("%s tells its reason", (rule, patient, therapist, de, en) => {
    const tell = (locale: "de" | "en") =>
      explained(patient, therapist, [], locale).rules.find((entry) => entry.rule === rule)!.sentence;
    expect([tell("de"), tell("en")]).toEqual([de, en]);
  });

  test("an exclusion tells its reason and its end; of several in force the longest counts", () => {
    const exclusion = { patientId: "patient-1", therapistId: "therapist-1", reason: "capacity" as const };
    const tell = (exclusions: MatchingExclusion[]) =>
      explained({}, {}, exclusions).rules.find(({ rule }) => rule === "not-excluded")!.sentence;
    const inMarch = { ...exclusion, until: new Date("2027-03-01T12:00:00Z") };
    expect(tell([inMarch])).toBe(
      "Die Praxis hat geantwortet, dass kein Platz frei ist. Wieder möglich ab 1. März 2027.",
    );
    expect(tell([inMarch, { ...exclusion, reason: "unsuitable", until: null }])).toBe(
      "Die Praxis hat geantwortet, dass es nicht passt.",
    );
  });

  test("minutes from a router are not called an estimate", () => {
    const records = { patients: [patientRecord()], therapists: [therapistRecord()], exclusions: [] };
    const snapshot = takeSnapshot(records, matchingDay);
    const { rules } = explainPair(snapshot, 0, 0, "de", { exactMinutes: () => 24.2 });
    expect(rules.find(({ rule }) => rule === "distance")!.sentence).toBe(
      "Der Weg passt: 25 Min. mit dem Auto, höchstens 30 Min.",
    );
  });
});

test("every rule has a sentence for every verdict in both languages, with nothing missing in it", () => {
  const facts: PairFacts = {
    patient: patientRecord({ wantedTherapistGender: "female", languages: ["ar"] }),
    therapist: therapistRecord({
      wishes: { ...noWishes, ageMin: 18, diagnoses: ["F40"], genders: ["male"] },
    }),
    at: matchingDay,
    age: 36,
    km: 3,
    minutes: 9,
    minutesAreExact: false,
    byVideo: false,
    coolingUntil: matchingDay,
    mailboxHasOpenInquiry: false,
    excluded: null,
  };
  for (const rule of ruleIds) {
    for (const verdict of ["pass", "fail", "unknown"] as const) {
      for (const sentence of Object.values(ruleSentence(rule, verdict, facts))) {
        expect(sentence).toMatch(/^[A-ZÄÖÜ].{10,160}\.$/);
        expect(sentence).not.toMatch(/null|undefined|NaN|\s\s|\.\.|!/);
      }
    }
  }
});

function explained(
  patient: Partial<MatchingPatient>,
  therapist: Partial<MatchingTherapist>,
  exclusions: MatchingExclusion[] = [],
  locale: "de" | "en" = "de",
) {
  const records = {
    patients: [patientRecord(patient)],
    therapists: [therapistRecord(therapist)],
    exclusions,
  };
  return explainPair(takeSnapshot(records, matchingDay), 0, 0, locale);
}
