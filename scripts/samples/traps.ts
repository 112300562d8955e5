import type { SampleTherapist } from "./model";
import { areas, type Area, postcodesOf, siteAt } from "./places";
import { createRandom } from "./random";
import { type CaptureRecord, toNewRecord, toOldRecord } from "./records";

/**
 * Records with every difficulty met in real directories, and what must come of them: the table in
 * samples/README.md lists them by id. They are spread over the three captures.
 */
export type Traps = Record<keyof typeof areas, unknown[]>;

export function makeTraps(): Traps {
  return { aachen: aachenTraps(), koeln: koelnTraps(), dueren: duerenTraps() };
}

function aachenTraps(): unknown[] {
  const { asNew, asOld } = writers(areas.aachen, "Aachen", "0241");
  const practice = {
    tel: "0241 013579",
    email: "praxis@kastanienhof-52070.example",
    strasse: "Kastanienhof",
    hausnummer: "7",
  };
  return [
    asNew("AC-T01", { vorname: "Claudia", name: "Null" }),
    asOld("AC-T02", { name: "Dr. phil. Martin True", anrede: "Herr", geschlecht: "m" }),
    asNew("AC-T03", { vorname: "Ilse", name: "None" }),
    tietzRoder(toNewRecord),
    asOld("AC-T05", { name: "Dipl.-Psych. Olga Spivak de Weissmann" }),
    asNew("AC-T06", { vorname: "", name: "Holunderthal", titel: "M.Sc." }),
    asNew("AC-T07", { vorname: "Gudrun", name: "Weidenrode", tel: "0241 024680" }),
    asNew("AC-T07", {
      vorname: "Gudrun",
      name: "Weidenrode",
      tel: "0241 024680",
      strasse: "Erlengrund",
      hausnummer: "3",
      plz: "52249",
      ort: "Eschweiler",
      ...at("Eschweiler"),
    }),
    asNew("AC-T08a", {
      vorname: "Hannes",
      name: "Schilfhorst",
      anrede: "Herr",
      geschlecht: "m",
      email: "hannes@schilfhorst.example",
    }),
    asOld("AC-T08b", {
      name: "Hannes Schilfhorst",
      anrede: "Herr",
      geschlecht: "m",
      email: "Hannes@Schilfhorst.example",
      strasse: "Am Lindenwall",
      hausnummer: "9",
      plz: "52146",
      ort: "Würselen",
      ...at("Würselen"),
    }),
    asNew("AC-T09a", { ...practice, vorname: "Prof. Dr. Ute", name: "Ulmenthau" }),
    asNew("AC-T09b", { ...practice, vorname: "Ute", name: "Kastanienleben" }),
    asOld("AC-T09c", { ...practice, name: "Dr. phil. Bernd Ulmenthau", anrede: "Herr", geschlecht: "m" }),
    asNew("AC-T10", { vorname: "Petra", name: "Gerstenloh" }),
    asNew("AC-T10", { vorname: "Petra", name: "Gerstenloh" }),
    asNew("AC-T11", { vorname: "Nadja", name: "Farnweiler", ort: "" }),
    asOld("AC-T12", { name: "Nora Distelmark", ort: "", plz: "52525", lat: "", lon: "" }),
    asNew("AC-T13a", { vorname: "Sonja", name: "Mohnkamp", tel: "030/23125-123" }),
    asNew("AC-T13b", { vorname: "Lars", name: "Mohnkamp", tel: "02404/012345" }),
    asOld("AC-T13c", { name: "Jens Zeisigfeld", tel: "033203 0123-45" }),
    asNew("AC-T14a", { vorname: "Vera", name: "Lerchenbring", lat: 0, lon: 0 }),
    asNew("AC-T14b", { vorname: "Uwe", name: "Lerchenbring", lat: 6.0838, lon: 50.7753 }),
    asNew("AC-T14c", { vorname: "Ina", name: "Lerchenbring", lat: "50,7753", lon: "6,0838" }),
    asNew("AC-T15", { vorname: "Karla", name: "Nesselgrund", kv: "", kvg: [] }),
    asNew("AC-T16", { vorname: "Ronja", name: "Nesselgrund", kv: "", zm: ["Privatpraxis"] }),
    null,
    asNew("AC-R01", { vorname: "Petra", name: null }),
    asNew("AC-R02", { vorname: "Petra", name: "Ohneort", plz: null, ort: "" }),
  ];
}

function koelnTraps(): unknown[] {
  const { asNew, asOld } = writers(areas.koeln, "Köln", "0221");
  const day = (d: string, typ: string, ...times: string[]) => ({
    d,
    typTsz: [{ typ, sprechzeiten: times.map((z) => ({ z })) }],
  });
  return [
    asNew("K-T01", { vorname: "Thekla", name: "Kirschacker", tel: "", email: "" }),
    asNew("K-T02", {
      vorname: "Fritzi",
      name: "Birkenfang",
      tsz: [
        day("2026-05-25", "07", "07:00 - 08:00"),
        day("2026-06-01", "07", "10:00 - 11:00"),
        day("2026-06-04", "07", "09:00 - 10:00"),
      ],
    }),
    asNew("K-T03", {
      vorname: "Tilman",
      name: "Hirsenstern",
      anrede: "Herr",
      geschlecht: "m",
      tsz: [
        day("2026-05-26", "07", "13:00 - 12:00", "9-10 Uhr; 14.00 – 15.00 Uhr"),
        day("2026-05-27", "99", "09:00 - 10:00"),
        day("2026-05-27", "05", "nach Vereinbarung", "16:00-18:00"),
      ],
    }),
    asNew("K-T04", {
      vorname: "Marlene",
      name: "Quellhorst",
      email: "mailto:Praxis&#64;Quellhorst.example?subject=Anfrage",
    }),
    asNew("K-T05", {
      vorname: "Ruth",
      name: "Quellsang",
      email: "ruth@quellsang.example; buero@quellsang.example",
    }),
    asOld("K-T06", { name: "Ruth Zeisigthal", email: "praxis.zeisigthal(bei)example" }),
    asNew("K-T07", {
      vorname: "M&uuml;jgan",
      name: "Wintergard",
      ort: "K&ouml;ln",
      anrede: "",
      geschlecht: "",
    }),
    asNew("K-T08", { vorname: "Kim", name: "Wintergard", anrede: "Frau", geschlecht: "m" }),
    asNew("K-T09", {
      vorname: "Gesa",
      name: "Heidestern",
      ag: [{ key: "", value: "Kinder- und Jugendlichenpsychotherapeutin" }],
      psy: [{ heading: "Verhaltenstherapie", values: ["Einzeltherapie Kinder und Jugendliche"] }],
    }),
    asOld("K-T10", {
      name: "Bettina Heideloh",
      psy: ["Analytische Psychotherapie für Erwachsene in Gruppentherapie"],
    }),
    asNew("K-T11", {
      vorname: "Wolfgang",
      name: "Sandthau",
      psy: [{ heading: "Gestalttherapie", values: ["Einzeltherapie Erwachsene"] }],
      fs: ["Englisch", "Plattdeutsch"],
    }),
    {
      ...asNew("K-T12", { vorname: "Silke", name: "Tannenrode" }),
      psy: ["Systemische Therapie für Erwachsene in Einzeltherapie"],
    },
    asNew("K-T13", { id: null, vorname: "Anke", name: "Tannenmark" }),
    asNew("K-T14", {
      vorname: "Anna-Lena",
      name: "O&rsquo;Rotenfeld - Pappelhorst",
      fs: ["Gebärdensprache (DGS)", "Englisch und Französisch"],
    }),
    asNew("K-T15", { vorname: "Lea", name: "Waldleben", plz: 50667, tel: 2214710999 }),
    "kein Datensatz",
    asNew("K-R01", { vorname: "Petra", name: true }),
    asNew("K-R02", { vorname: "Petra", name: "Buchstabenpostleitzahl", plz: "5O667" }),
    asNew("K-R03", { vorname: "", anrede: "", name: "MVZ am Lindenwall GmbH" }),
    asNew("K-R04", {
      vorname: "Hauke",
      name: "Pappelgrund",
      ag: [{ key: "", value: "Hautärzte" }],
      psy: [],
      kvg: [],
      zm: [],
    }),
  ];
}

function duerenTraps(): unknown[] {
  const { asNew, asOld } = writers(areas.dueren, "Düren", "02421");
  return [
    tietzRoder(toOldRecord),
    asOld("DN-T01", { name: "Frau Dr. rer. nat. Katharina von der Ahrenmark" }),
    asOld("DN-T02", { name: "Wacholderstern, Ingo", anrede: "Herr", geschlecht: "m" }),
    asOld("DN-T03", { name: "Null" }),
    asNew("DN-T04", {
      vorname: "Elke",
      name: "Erlenrode geb. Holm",
      strasse: "Quittenweg 12 b",
      hausnummer: "",
    }),
    asOld("DN-T05", { name: "Yvonne Eschenkamp", ort: "Köln" }),
    asOld("DN-T06", { name: "Monika Eschenloh", lat: 48.137, lon: 11.576 }),
    asOld("DN-R01", { name: "", vorname: "Petra" }),
    asOld("DN-R02", { name: "X".repeat(120) }),
    ["kein Datensatz"],
  ];
}

/** One person in two captures and both generations: the second import changes nothing. */
function tietzRoder(write: (therapist: SampleTherapist, area: Area) => CaptureRecord): CaptureRecord {
  const therapist = plainTherapist("AC-T04", "Eschweiler", "02403");
  return write(
    { ...therapist, title: "Dr. phil.", firstName: "Petra", lastName: "Tietz -Roder" },
    areas.aachen,
  );
}

function writers(area: Area, townName: string, areaCode: string) {
  const write = (make: typeof toNewRecord) => (id: string, changes: CaptureRecord) => ({
    ...make(plainTherapist(id, townName, areaCode), area),
    ...changes,
  });
  return { asNew: write(toNewRecord), asOld: write(toOldRecord) };
}

function at(townName: string): { lat: number; lon: number } {
  const { lat, lon } = postcodesOf(townName)[0]!;
  return { lat, lon };
}

/** What every trap starts from; the number is made of the id, so that two traps never share one by accident. */
function plainTherapist(id: string, townName: string, areaCode: string): SampleTherapist {
  const number = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1000, 7);
  const digits = String(number).padStart(3, "0");
  return {
    id,
    salutation: "Frau",
    gender: "w",
    title: "",
    firstName: "Paula",
    lastName: "Probe",
    street: "Zur alten Mühle",
    houseNumber: String(1 + (number % 60)),
    site: siteAt(createRandom(number), postcodesOf(townName)[0]!, townName, areaCode),
    phone: areaCode === "0221" ? `0221 4710${digits}` : `${areaCode} 09${digits}9`,
    fax: "",
    email: "",
    web: "",
    association: "Nordrhein",
    group: "Psychologische Psychotherapeutin",
    permits: ["Psychotherapeutische Sprechstunde"],
    languages: [],
    access: [],
    features: [],
    offers: [{ method: "VT", ageGroup: "adult", settings: ["individual"] }],
    phoneHours: { tue: [["11:00", "12:00"]] },
    officeHours: { wed: [["09:00", "13:00"]], thu: [["14:00", "18:00"]] },
  };
}
