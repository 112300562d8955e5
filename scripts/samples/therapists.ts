import { type AgeGroup, type Method, methods, type Setting, type Weekday } from "@/lib/domain/vocabulary";
import type { SampleHours, SampleTherapist } from "./model";
import { femaleNames, inventStreet, inventSurname, maleNames, mailName } from "./names";
import { type Area, inventSite } from "./places";
import type { Random } from "./random";

/**
 * `count` invented therapists of one area, about one in six of them in a shared practice. `taken` holds the full
 * names and numbers given away so far, so that nobody and no number occurs twice by accident.
 */
export function inventTherapists(
  random: Random,
  area: Area,
  { count, prefix, taken }: { count: number; prefix: string; taken: Set<string> },
): SampleTherapist[] {
  const people: SampleTherapist[] = [];
  while (people.length < count) {
    const partners = random.chance(0.06) ? random.whole(2, 4) : 1;
    const practice = inventPractice(random, area, taken);
    for (let partner = 0; partner < partners && people.length < count; partner++) {
      const id = `${prefix}-${String(people.length + 1).padStart(4, "0")}`;
      people.push(inventTherapist(random, { id, practice, shared: partners > 1, taken }));
    }
  }
  return people;
}

type Practice = Pick<SampleTherapist, "street" | "houseNumber" | "site" | "phone" | "fax" | "access"> & {
  email: string;
};

function inventPractice(random: Random, area: Area, taken: Set<string>): Practice {
  const site = inventSite(random, area);
  const place = inventStreet(random);
  const phone = random.chance(0.96) ? inventNumber(random, site.areaCode, taken) : "";
  return {
    ...place,
    site,
    phone,
    fax: phone !== "" && random.chance(0.25) ? inventNumber(random, site.areaCode, taken) : "",
    access: random.weighted([
      [[], 55],
      [["Rollstuhlgerechter Zugang"], 15],
      [["uneingeschränkt barrierefrei", "Behindertenparkplatz"], 8],
      [["stufenloser Eingang"], 8],
      [["nicht barrierefrei"], 7],
      [["Aufzug"], 4],
      [["bedingt barrierefrei"], 3],
    ]),
    email: `praxis@${mailName(place.street)}-${site.postalCode}.example`,
  };
}

/**
 * A number that reaches nobody: in Köln, Berlin, … from the ranges that the Bundesnetzagentur keeps free for films
 * and books, elsewhere one whose local part begins with 0, which no local number does.
 */
function inventNumber(random: Random, areaCode: string, taken: Set<string>): string {
  const reserved: Record<string, string> = {
    "0221": "4710",
    "030": "23125",
    "040": "66969",
    "069": "90009",
    "089": "99998",
  };
  for (;;) {
    const block = reserved[areaCode];
    const rest = block
      ? `${block}${String(random.whole(0, 999)).padStart(3, "0")}`
      : `0${random.whole(10_000, 99_999)}`;
    const key = `${areaCode} ${rest}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return key;
  }
}

function inventTherapist(
  random: Random,
  { id, practice, shared, taken }: { id: string; practice: Practice; shared: boolean; taken: Set<string> },
): SampleTherapist {
  const gender = random.weighted([
    ["w", 71],
    ["m", 28],
    ["d", 1],
  ] as const);
  const { firstName, lastName } = inventName(random, gender, taken);
  const ageGroup: AgeGroup = random.chance(0.2) ? "child" : "adult";
  const own = `${mailName(lastName)}.example`;
  const hasMail = random.chance(0.54) || (shared && random.chance(0.5));
  const mail = random.pick([
    `praxis@${own}`,
    `kontakt@psychotherapie-${own}`,
    `${mailName(firstName)}.${mailName(lastName)}@example.org`,
    `${mailName(lastName)}@praxis-${mailName(practice.site.town)}.test`,
  ]);
  return {
    ...practice,
    id,
    salutation: gender === "w" ? "Frau" : gender === "m" ? "Herr" : "",
    gender: random.chance(0.97) ? gender : "",
    title: inventTitle(random),
    firstName,
    lastName,
    email: hasMail ? (shared ? practice.email : mail) : "",
    web: random.chance(0.3) ? `https://www.psychotherapie-${own}` : "",
    association: random.chance(0.9) ? "Nordrhein" : "",
    group: groupOf(random, gender, ageGroup),
    permits: random.some(["Akutbehandlung", "EMDR", "Psychotherapeutische Sprechstunde"], random.whole(0, 2)),
    languages: inventLanguages(random),
    features: random.some(
      ["Videosprechstunde", "Parkplätze", "Termine am Abend"],
      random.weighted([
        [0, 55],
        [1, 35],
        [2, 10],
      ]),
    ),
    offers: inventOffers(random, ageGroup),
    phoneHours: random.chance(0.78) ? inventHours(random, [1, 3], 50) : {},
    officeHours: random.chance(0.65) ? inventHours(random, [3, 5], 240) : {},
  };
}

function inventName(
  random: Random,
  gender: string,
  taken: Set<string>,
): { firstName: string; lastName: string } {
  for (;;) {
    const list = gender === "w" ? femaleNames : gender === "m" ? maleNames : [...femaleNames, ...maleNames];
    const second = random.chance(0.06) ? ` ${random.pick(list)}` : "";
    const name = { firstName: `${random.pick(list)}${second}`, lastName: inventSurname(random) };
    const key = `${name.firstName} ${name.lastName}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}

function inventTitle(random: Random): string {
  return random.weighted([
    ["", 34],
    ["Dipl.-Psych.", 32],
    ["M.Sc.", 10],
    ["Dr. phil.", 7],
    ["Dr. rer. nat.", 6],
    ["Dr. med.", 5],
    ["Dr. phil. Dipl.-Psych.", 3],
    ["Dipl.-Päd.", 2],
    ["Prof. Dr.", 1],
  ]);
}

function groupOf(random: Random, gender: string, ageGroup: AgeGroup): string {
  const ending = gender === "m" ? "" : "in";
  if (ageGroup === "child") return `Kinder- und Jugendlichenpsychotherapeut${ending}`;
  const word = gender === "m" ? "er" : "e";
  return random.chance(0.85)
    ? `Psychologisch${word} Psychotherapeut${ending}`
    : `Ärztlich${word} Psychotherapeut${ending}`;
}

function inventLanguages(random: Random): string[] {
  const common = [
    "Englisch",
    "Englisch",
    "Englisch",
    "Türkisch",
    "Russisch",
    "Polnisch",
    "Französisch",
    "Spanisch",
  ];
  const rarer = [
    "Niederländisch",
    "Arabisch",
    "Italienisch",
    "Griechisch",
    "Farsi",
    "Kroatisch",
    "Ukrainisch",
    "Kurdisch",
    "Portugiesisch",
  ];
  const count = random.weighted([
    [0, 62],
    [1, 26],
    [2, 10],
    [3, 2],
  ] as const);
  return [...new Set(random.some([...common, ...rarer], count))];
}

function inventOffers(random: Random, ageGroup: AgeGroup): SampleTherapist["offers"] {
  const main = random.weighted<Method>([
    ["VT", 50],
    ["TP", 34],
    ["AP", 7],
    ["ST", 9],
  ]);
  const further =
    main === "AP" || (main === "TP" && random.chance(0.15)) ? [main === "AP" ? "TP" : "AP"] : [];
  const ways = random.weighted<Setting[]>([
    [["individual"], 72],
    [["individual", "group"], 26],
    [["group"], 2],
  ]);
  const both = ageGroup === "child" && random.chance(0.1);
  return methods
    .filter((method) => method === main || further.includes(method))
    .flatMap((method) =>
      (both ? (["adult", "child"] as const) : [ageGroup]).map((group) => ({
        method,
        ageGroup: group,
        settings: ways,
      })),
    );
}

const workdays: Weekday[] = ["mon", "tue", "wed", "thu", "fri"];

/** Blocks of `minutes` on some days, beginning on the half hour between 8 and 17 o'clock. */
function inventHours(random: Random, [fewest, most]: [number, number], minutes: number): SampleHours {
  const days = new Set(random.some(workdays, random.whole(fewest, most)));
  const hours: SampleHours = {};
  for (const day of workdays.filter((candidate) => days.has(candidate))) {
    const start = random.whole(16, 34) * 30;
    hours[day] = [[clock(start), clock(Math.min(start + minutes, 20 * 60))]];
  }
  return hours;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
