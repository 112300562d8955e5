import fc from "fast-check";
import { expect, test } from "vitest";
import { therapistInput } from "../therapists/schemas";
import { parseArztsuche } from "./arztsuche";
import { sourceKey } from "./merge-sites";

const newRecord = {
  id: "N-100",
  arzt: true,
  anrede: "Frau",
  titel: "Dr. phil.",
  vorname: "Petra",
  name: "Tietz -Roder",
  geschlecht: "w",
  strasse: "Am Lindenwall",
  hausnummer: "12 a",
  plz: "52062",
  ort: "Aachen",
  lat: 50.7764,
  lon: 6.0838,
  distance: 1200,
  tel: "0241/001234",
  handy: "",
  fax: "",
  email: "Praxis@tietz-roder.example",
  web: "www.tietz-roder.example",
  kv: "Nordrhein",
  ag: [{ key: "68", value: "Psychologische/r Psychotherapeut/in" }],
  fg: [{ value: "Psychotherapie" }],
  kvg: [{ heading: "Genehmigungen", values: ["Verhaltenstherapie"] }],
  fs: ["Englisch", "Türkisch"],
  bf: [{ value: "Rollstuhlgerechter Zugang" }],
  psy: [{ heading: "Verhaltenstherapie", values: ["Einzeltherapie Erwachsene"] }],
  tsz: [{ d: "2026-03-11", typTsz: [{ typ: "07", sprechzeiten: [{ z: "09:00 - 13:00" }] }] }],
  keineSprechzeiten: false,
};
const { titel: _titel, vorname: _vorname, ...common } = newRecord;
const oldRecord = {
  ...common,
  name: "Dr. phil. Petra Tietz -Roder",
  fg: ["Psychotherapie"],
  psy: ["Verhaltenstherapie für Erwachsene in Einzeltherapie"],
  tsz: [
    {
      d: "11.03.",
      t: "Mi.",
      tszDesTyps: [{ typ: "Telefonische Erreichbarkeit", sprechzeiten: [{ zeit: "09:00-13:00" }] }],
    },
  ],
};

const parse = (...records: unknown[]) => parseArztsuche({ arztPraxisDatas: records, moreResults: false });
const only = (changes: object) => {
  const { records, refused } = parse({ ...newRecord, ...changes });
  expect(refused).toEqual([]);
  return records[0]!;
};
const reasonOf = (changes: object) => {
  const { records, refused } = parse({ ...newRecord, ...changes });
  expect(records).toEqual([]);
  return refused[0]!.reason;
};

test("a record of the new generation becomes a whole therapist", () => {
  const { sourceId, index, therapist, warnings } = only({});
  expect([sourceId, index, warnings]).toEqual(["N-100", 0, []]);
  expect(therapist).toMatchObject({
    salutation: "Frau",
    title: "Dr. phil.",
    gender: "female",
    firstName: "Petra",
    lastName: "Tietz-Roder",
    phone: "0241 001234",
    email: "praxis@tietz-roder.example",
    website: "https://www.tietz-roder.example",
    statutorySeat: "yes",
    offers: [{ method: "VT", ageGroup: "adult", setting: "individual" }],
    languages: ["en", "tr"],
    phoneHours: { wed: [{ from: "09:00", to: "13:00" }] },
    officeHours: {},
    qualifications: ["Psychologische/r Psychotherapeut/in", "Psychotherapie", "Verhaltenstherapie"],
  });
  expect(therapist.locations).toEqual([
    {
      address: { street: "Am Lindenwall", houseNumber: "12 a", postalCode: "52062", city: "Aachen" },
      coordinates: { lat: 50.7764, lon: 6.0838 },
      stepFree: "yes",
    },
  ]);
});

test("old and new generation of the same therapist give the same result, mixed in one file", () => {
  const { records, refused } = parse(newRecord, oldRecord);
  expect(refused).toEqual([]);
  expect(records[1]!.therapist).toEqual(records[0]!.therapist);
  expect(sourceKey(records[1]!)).toBe(sourceKey(records[0]!));
});

test("generations may be mixed within a record", () => {
  expect(only({ psy: oldRecord.psy, tsz: oldRecord.tsz }).therapist).toEqual(only({}).therapist);
});

test("a capture, a bare list, and a list of captures are all read; unknown fields do not matter", () => {
  const expected = parse(newRecord, oldRecord).records;
  expect(parseArztsuche([newRecord, oldRecord]).records).toEqual(expected);
  const captures = [{ arztPraxisDatas: [newRecord] }, { arztPraxisDatas: [oldRecord], moreResults: true }];
  expect(parseArztsuche(captures).records).toEqual(expected);
  expect(parseArztsuche(captures).moreResults).toBe(true);
  expect(parse(newRecord).moreResults).toBe(false);
  expect(only({ nteStart: null, neuesFeld: { tief: [1, 2] } }).therapist).toEqual(only({}).therapist);
});

test.each(["Null", "True", "None", "null", "Undefined"])("the surname %s is a name", (name) => {
  expect(only({ name }).therapist.lastName).toBe(name);
  expect(parse({ ...oldRecord, name: `Claudia ${name}` }).records[0]!.therapist.lastName).toBe(name);
});

test.each([null, undefined, true, false, "", "  ", [], {}, ["Null"]])(
  "the name %j is no name and refuses the record",
  (name) => {
    expect(reasonOf({ name })).toBe("Der Name fehlt.");
  },
);

test("a name without letters and one beyond all length are refused", () => {
  expect(reasonOf({ name: "12" })).toContain("keine Buchstaben");
  expect(reasonOf({ name: "A".repeat(81) })).toContain("länger als 80");
  expect(reasonOf({ name: "A".repeat(5_000_000) })).toContain("länger als 80");
});

test("surnames with particles stay whole in both generations", () => {
  expect(only({ vorname: "Olga", name: "Spivak de Weissmann" }).therapist).toMatchObject({
    firstName: "Olga",
    lastName: "Spivak de Weissmann",
  });
  expect(parse({ ...oldRecord, name: "Dr. Olga Spivak de Weissmann" }).records[0]!.therapist).toMatchObject({
    title: "Dr.",
    firstName: "Olga",
    lastName: "Spivak de Weissmann",
  });
});

test("a missing first name is no reason to refuse: it may be added later", () => {
  for (const vorname of [null, "", "null", "-"]) {
    const { therapist, warnings } = only({ vorname, name: "Spivak de Weissmann" });
    expect(therapist).toMatchObject({ firstName: "", lastName: "Spivak de Weissmann" });
    expect(warnings).toContain("Der Vorname fehlt.");
  }
});

test("titles are taken out of either name field", () => {
  expect(only({ titel: "", name: "Dr. Brückwald" }).therapist).toMatchObject({
    title: "Dr.",
    lastName: "Brückwald",
  });
  expect(only({ titel: "Dr.", name: "Dr. med. Brückwald" }).therapist).toMatchObject({
    title: "Dr. med.",
    lastName: "Brückwald",
  });
  expect(only({ vorname: "Petra", name: "Petra Brückwald" }).therapist).toMatchObject({
    firstName: "Petra",
    lastName: "Brückwald",
  });
});

test("gender is never guessed from a missing or other salutation", () => {
  expect(only({ geschlecht: "m", anrede: "Herr" }).therapist.gender).toBe("male");
  expect(only({ geschlecht: "divers", anrede: "" }).therapist.gender).toBe("diverse");
  expect(only({ geschlecht: "", anrede: "Frau" }).therapist).toMatchObject({
    gender: "female",
    salutation: "Frau",
  });
  for (const anrede of [null, "", "Firma", "Praxis", 1]) {
    expect(only({ geschlecht: null, anrede }).therapist).toMatchObject({
      gender: "not_stated",
      salutation: "",
    });
  }
  const conflict = only({ geschlecht: "m", anrede: "Frau" });
  expect(conflict.therapist.gender).toBe("not_stated");
  expect(conflict.warnings).toHaveLength(1);
  expect(only({ geschlecht: "7", anrede: "" }).warnings).toHaveLength(1);
});

test("a statutory seat needs the association and a listing or permit by it; nothing else makes a yes", () => {
  expect(only({}).therapist.statutorySeat).toBe("yes");
  expect(only({ ag: [] }).therapist.statutorySeat).toBe("yes");
  expect(only({ kvg: [] }).therapist.statutorySeat).toBe("yes");
  expect(only({ ag: [], kvg: [] }).therapist.statutorySeat).toBe("unknown");
  for (const kv of [null, "", "-", "0", "00", [], true])
    expect(only({ kv }).therapist.statutorySeat).toBe("unknown");
  expect(only({ kv: "", zm: ["Privatpraxis"] }).therapist.statutorySeat).toBe("no");
  const contradiction = only({ zm: ["Privatpraxis"] });
  expect(contradiction.therapist.statutorySeat).toBe("unknown");
  expect(contradiction.warnings).toHaveLength(1);
});

test("an empty town is filled only where the postcode has one town", () => {
  const filled = only({ ort: "" });
  expect(filled.therapist.locations[0]!.address.city).toBe("Aachen");
  expect(filled.warnings).toHaveLength(1);
  const open = only({ ort: null, plz: "52525", lat: null, lon: null });
  expect(open.therapist.locations[0]!.address.city).toBe("");
  expect(open.warnings).toHaveLength(1);
});

test("postcodes: numbers regain their zero, the wrong town is reported, what has no five digits is refused", () => {
  const dresden = { lat: null, lon: null, ort: "Dresden" };
  expect(only({ ...dresden, plz: 1067 }).therapist.locations[0]!.address.postalCode).toBe("01067");
  expect(only({ ...dresden, plz: "D-01067" }).warnings).toEqual([]);
  expect(only({ plz: null, ort: "52062 Aachen" }).therapist.locations[0]!.address).toMatchObject({
    postalCode: "52062",
    city: "Aachen",
  });
  expect(only({ ort: "Düren" }).warnings[0]).toContain("passt nicht");
  expect(only({ plz: "99999", ort: "Nirgendwo" }).warnings[0]).toContain("99999");
  expect(reasonOf({ plz: null })).toBe("Die Postleitzahl fehlt.");
  for (const plz of ["52O62", "5206", "520621", "NL-6211", "1e5"])
    expect(reasonOf({ plz }), plz).toContain("fünf Ziffern");
});

test.each([
  [0, 0],
  [6.0838, 50.7764],
  ["50.7764,6.0838", ""],
  [48.1, 11.5],
  [40.4, -3.7],
  [50.7764, null],
  ["abc", "def"],
  [{}, []],
])("the coordinates %j / %j are not used", (lat, lon) => {
  const { therapist, warnings } = only({ lat, lon });
  expect(therapist.locations[0]!.coordinates).toBeNull();
  expect(warnings.length).toBe(typeof lat === "object" ? 0 : 1);
});

test("coordinates as text, with a point or a comma, are read", () => {
  expect(only({ lat: "50.7764", lon: "6.0838" }).therapist.locations[0]!.coordinates).toEqual({
    lat: 50.7764,
    lon: 6.0838,
  });
  expect(only({ lat: "50,7764", lon: "6,0838" }).therapist.locations[0]!.coordinates).toEqual({
    lat: 50.7764,
    lon: 6.0838,
  });
});

test("an unreadable e-mail, number or web address costs only itself", () => {
  const { therapist, warnings } = only({
    email: "praxis(bei)wall",
    tel: "ruft zurück",
    fax: "keins",
    web: "folgt bald",
  });
  expect(therapist).toMatchObject({
    email: null,
    phone: null,
    fax: null,
    website: "",
    lastName: "Tietz-Roder",
  });
  expect(warnings).toHaveLength(4);
});

test("HTML entities are decoded everywhere and never make markup of their own", () => {
  expect(
    only({ ort: "D&uuml;ren", plz: "52349", lat: null, lon: null }).therapist.locations[0]!.address.city,
  ).toBe("Düren");
  expect(only({ email: "praxis&#64;wall.example" }).therapist.email).toBe("praxis@wall.example");
  expect(only({ name: "M&amp;uuml;hlenau\u0000\u202e" }).therapist.lastName).toBe("Mühlenau");
});

test("a mobile number stands in for a missing landline, and numbers regain their zero", () => {
  expect(only({ tel: "", handy: "0152 28817386" }).therapist.phone).toBe("0152 28817386");
  expect(only({ tel: 2214710123 }).therapist.phone).toBe("0221 4710123");
});

test("a house number is told from the street only when it has no field of its own", () => {
  expect(
    only({ strasse: "Am Lindenwall 12 a", hausnummer: "" }).therapist.locations[0]!.address,
  ).toMatchObject({ street: "Am Lindenwall", houseNumber: "12 a" });
  expect(
    only({ strasse: "Straße des 17. Juni", hausnummer: null }).therapist.locations[0]!.address,
  ).toMatchObject({ street: "Straße des 17. Juni", houseNumber: "" });
});

test("institutions and other specialties are refused with the words that show it", () => {
  expect(reasonOf({ vorname: null, anrede: null, name: "MVZ am Lindenwall GmbH" })).toContain(
    "MVZ am Lindenwall GmbH",
  );
  expect(reasonOf({ psy: [], ag: [{ value: "Hautärzte" }], fg: [], kvg: [] })).toContain("Hautärzte");
  expect(
    only({ psy: [], ag: [{ value: "Hausärzte" }], fg: [], zb: ["Psychotherapie"] }).therapist.offers,
  ).toEqual([]);
});

test("accessibility: a lift or toilet alone proves nothing, a contradiction stays open", () => {
  const access = (...bf: string[]) =>
    only({ bf: bf.map((value) => ({ value })) }).therapist.locations[0]!.stepFree;
  expect(access("uneingeschränkt barrierefrei")).toBe("yes");
  expect(access("Rollstuhlgerecht", "Behindertenparkplatz")).toBe("yes");
  expect(access("keine Stufen")).toBe("yes");
  expect(access("nicht barrierefrei")).toBe("no");
  expect(access("keine Barrierefreiheit")).toBe("no");
  expect(access("eingeschränkt barrierefrei")).toBe("unknown");
  for (const text of ["bedingt barrierefrei", "Barrierefreies WC", "Aufzug", "Behindertenparkplatz"])
    expect(access(text), text).toBe("unknown");
  expect(access("barrierefrei", "nur über Treppe erreichbar")).toBe("unknown");
  expect(access()).toBe("unknown");
});

test("video and sign language are found among the special features", () => {
  const { therapist } = only({ zm: ["Videosprechstunde"], fs: ["Gebärdensprache", "Englisch"] });
  expect(therapist).toMatchObject({
    video: "yes",
    languages: ["en"],
    specialOffers: ["Videosprechstunde", "Gebärdensprache"],
  });
  expect(only({}).therapist.video).toBe("unknown");
});

test("a record without id is known again by name and postcode", () => {
  const first = only({ id: null });
  expect(first.sourceId).toBe(only({ id: "", tel: "0241 009999" }).sourceId);
  expect(first.sourceId).not.toBe(only({ id: null, vorname: "Paula" }).sourceId);
  expect(only({ id: 4711 }).sourceId).toBe("4711");
});

test("a file that is no capture is refused as a whole, a broken entry alone", () => {
  for (const json of [null, undefined, 1, "text", {}, { arztPraxisDatas: "x" }, { arztPraxisDatas: null }]) {
    expect(parseArztsuche(json)).toMatchObject({
      records: [],
      refused: [{ sourceId: null, index: 0, reason: expect.stringContaining("arztPraxisDatas") }],
    });
  }
  const { records, refused } = parse(null, newRecord, [[]], "x", { id: "E-1" });
  expect(records.map(({ index }) => index)).toEqual([1]);
  expect(refused.map(({ index, sourceId }) => [index, sourceId])).toEqual([
    [0, null],
    [2, null],
    [3, null],
    [4, "E-1"],
  ]);
});

test("prototype keys and deep nesting do no harm", () => {
  const hostile: unknown = JSON.parse(
    `{"__proto__":{"name":"Null","plz":"52062"},"constructor":{"prototype":{"polluted":1}},"id":"${"9".repeat(10_000)}","psy":${"[".repeat(500)}${"]".repeat(500)},"tsz":{"d":{}},"bf":[[["x"]]],"ag":{"value":{"value":"x"}}}`,
  );
  const { records, refused } = parse(hostile);
  expect(records).toEqual([]);
  expect(refused).toEqual([{ sourceId: null, index: 0, reason: "Der Name fehlt." }]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("nothing makes it throw, and every accepted record is a valid therapist", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary", maxLength: 50 }),
    fc.constantFrom("&#64;", "Dr.", "von", "-", "07", "2026-03-11", "0241/1", "a@b.example"),
  );
  const value = fc.oneof(
    text,
    fc.jsonValue(),
    fc.array(
      fc.oneof(
        text,
        fc.dictionary(
          fc.constantFrom(
            "value",
            "heading",
            "values",
            "d",
            "t",
            "typTsz",
            "tszDesTyps",
            "typ",
            "sprechzeiten",
            "z",
          ),
          fc.jsonValue(),
        ),
      ),
    ),
  );
  const changes = fc.dictionary(fc.constantFrom(...Object.keys(newRecord), "zb", "zm", "__proto__"), value);
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), fc.array(changes.map((change) => ({ ...newRecord, ...change })))),
      (json) => {
        const { records, refused } = parseArztsuche(json);
        const indexes = [...records, ...refused].map(({ index }) => index);
        expect(new Set(indexes).size).toBe(indexes.length);
        for (const { therapist, sourceId } of records) {
          expect(therapistInput.parse(therapist)).toEqual(therapist);
          expect(sourceId).not.toBe("");
        }
        for (const { reason } of refused) expect(reason).toMatch(/\.$/);
      },
    ),
    { numRuns: 500 },
  );
});
