import { type Setting, type Weekday, weekdays } from "@/lib/domain/vocabulary";
import type { SampleHours, SampleTherapist } from "./model";
import { type Area, metresBetween } from "./places";

/** A record of a capture: plain JSON. */
export type CaptureRecord = Record<string, unknown>;

/** First days (Mondays) of the fortnights that the two generations show: each has a public holiday in it. */
const newFortnight = "2026-05-25";
const oldFortnight = "2024-12-16";

const methodNames = {
  VT: "Verhaltenstherapie",
  TP: "Tiefenpsychologisch fundierte Psychotherapie",
  AP: "Analytische Psychotherapie",
  ST: "Systemische Therapie",
};
const ageNames = { adult: "Erwachsene", child: "Kinder und Jugendliche" };
const settingNames: Record<Setting, string> = { individual: "Einzeltherapie", group: "Gruppentherapie" };
const dayNames: Record<Weekday, string> = {
  mon: "Mo.",
  tue: "Di.",
  wed: "Mi.",
  thu: "Do.",
  fri: "Fr.",
  sat: "Sa.",
  sun: "So.",
};

/** The therapist as the new generation writes one: parts of the name apart, dates in full, types as codes. */
export function toNewRecord(therapist: SampleTherapist, area: Area): CaptureRecord {
  const methods = [...new Set(therapist.offers.map((offer) => offer.method))];
  return {
    ...common(therapist, area),
    titel: therapist.title,
    vorname: therapist.firstName,
    name: therapist.lastName,
    fg: [],
    psy: methods.map((method) => ({
      heading: methodNames[method],
      values: therapist.offers
        .filter((offer) => offer.method === method)
        .flatMap(({ ageGroup, settings }) =>
          settings.map((way) => `${settingNames[way]} ${ageNames[ageGroup]}`),
        ),
    })),
    tsz: daysOf(therapist, newFortnight).map(({ date, phone, office }) => ({
      d: date,
      typTsz: [
        ...(phone
          ? [{ typ: "07", sprechzeiten: [{ z: phone.map((range) => range.join(" - ")).join(", ") }] }]
          : []),
        ...(office ? [{ typ: "01", sprechzeiten: office.map((range) => ({ z: range.join(" - ") })) }] : []),
      ],
    })),
  };
}

/** The same therapist as the old generation wrote one: full name in `name`, sentences in `psy`, days without year. */
export function toOldRecord(therapist: SampleTherapist, area: Area): CaptureRecord {
  return {
    ...common(therapist, area),
    name: [therapist.title, therapist.firstName, therapist.lastName].filter(Boolean).join(" "),
    fg: [],
    psy: therapist.offers.flatMap(({ method, ageGroup, settings }) =>
      settings.map((way) => `${methodNames[method]} für ${ageNames[ageGroup]} in ${settingNames[way]}`),
    ),
    tsz: daysOf(therapist, oldFortnight).map(({ date, weekday, phone, office }) => ({
      d: `${date.slice(8)}.${date.slice(5, 7)}.`,
      t: dayNames[weekday],
      tszDesTyps: [
        ...(phone
          ? [
              {
                typ: "Telefonische Erreichbarkeit",
                sprechzeiten: phone.map((range) => ({ zeit: range.join("-") })),
              },
            ]
          : []),
        ...(office
          ? [{ typ: "Sprechstunde", sprechzeiten: office.map((range) => ({ zeit: range.join("-") })) }]
          : []),
      ],
    })),
  };
}

function common(therapist: SampleTherapist, area: Area): CaptureRecord {
  const { site } = therapist;
  return {
    id: therapist.id,
    arzt: true,
    anrede: therapist.salutation,
    geschlecht: therapist.gender,
    strasse: therapist.street,
    hausnummer: therapist.houseNumber,
    plz: site.postalCode,
    ort: site.town,
    lat: site.lat,
    lon: site.lon,
    distance: metresBetween(area.centre, site),
    tel: asWritten(therapist.phone, therapist.id),
    handy: "",
    fax: therapist.fax,
    email: therapist.email,
    web: therapist.web,
    kv: therapist.association,
    ag: [{ key: "", value: therapist.group }],
    kvg: therapist.permits.length > 0 ? [{ heading: "Genehmigungen", values: therapist.permits }] : [],
    zb: [],
    zm: therapist.features,
    fs: therapist.languages,
    bf: therapist.access.map((value) => ({ value })),
    keineSprechzeiten: Object.keys({ ...therapist.phoneHours, ...therapist.officeHours }).length === 0,
    geoeffnet: "",
  };
}

/** Practices write their number in many ways; which one is decided by the last digit of the id. */
function asWritten(phone: string, id: string): string {
  const [area = "", rest = ""] = phone.split(" ");
  if (phone === "") return "";
  const spaced = rest.replaceAll(/(\d{3})(?=\d)/g, "$1 ");
  const ways = [
    phone,
    `${area}/${rest}`,
    `(${area}) ${spaced}`,
    `+49 ${area.slice(1)} ${rest}`,
    `${area}-${spaced}`,
  ];
  return ways[Number(id.at(-1)) % ways.length] ?? phone;
}

type SampleDay = {
  date: string;
  weekday: Weekday;
  phone: SampleHours[Weekday];
  office: SampleHours[Weekday];
};

/** The days of two weeks with hours, public holidays included: directories repeat the weekly hours on them. */
function daysOf(therapist: SampleTherapist, monday: string): SampleDay[] {
  const days = Array.from({ length: 14 }, (_, offset) => {
    const weekday = weekdays[offset % 7]!;
    const date = new Date(Date.parse(`${monday}T00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
    return { date, weekday, phone: therapist.phoneHours[weekday], office: therapist.officeHours[weekday] };
  });
  return days.filter(({ phone, office }) => phone || office);
}
