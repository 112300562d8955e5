/** German names of languages → ISO 639-1. A name may stand for several; names without such a code are not here. */
const codes: Record<string, string> = {
  afrikaans: "af",
  albanisch: "sq",
  amharisch: "am",
  arabisch: "ar",
  armenisch: "hy",
  aserbaidschanisch: "az",
  baskisch: "eu",
  belarussisch: "be",
  belarusisch: "be",
  bengalisch: "bn",
  bengali: "bn",
  birmanisch: "my",
  bosnisch: "bs",
  brasilianisch: "pt",
  bulgarisch: "bg",
  chinesisch: "zh",
  mandarin: "zh",
  dänisch: "da",
  dari: "fa",
  deutsch: "de",
  englisch: "en",
  esperanto: "eo",
  estnisch: "et",
  farsi: "fa",
  persisch: "fa",
  finnisch: "fi",
  flämisch: "nl",
  französisch: "fr",
  friesisch: "fy",
  galicisch: "gl",
  georgisch: "ka",
  griechisch: "el",
  neugriechisch: "el",
  hausa: "ha",
  haussa: "ha",
  hebräisch: "he",
  ivrit: "he",
  hindi: "hi",
  igbo: "ig",
  indonesisch: "id",
  irisch: "ga",
  isländisch: "is",
  italienisch: "it",
  japanisch: "ja",
  jiddisch: "yi",
  kasachisch: "kk",
  katalanisch: "ca",
  khmer: "km",
  kinyarwanda: "rw",
  kirgisisch: "ky",
  koreanisch: "ko",
  kroatisch: "hr",
  kurdisch: "ku",
  kurmandschi: "ku",
  kurmanci: "ku",
  sorani: "ku",
  laotisch: "lo",
  latein: "la",
  lettisch: "lv",
  lingala: "ln",
  litauisch: "lt",
  luxemburgisch: "lb",
  madagassisch: "mg",
  malaiisch: "ms",
  maltesisch: "mt",
  mazedonisch: "mk",
  nordmazedonisch: "mk",
  moldauisch: "ro",
  mongolisch: "mn",
  nepalesisch: "ne",
  nepali: "ne",
  niederländisch: "nl",
  holländisch: "nl",
  norwegisch: "no",
  oromo: "om",
  paschtu: "ps",
  paschto: "ps",
  pashto: "ps",
  polnisch: "pl",
  portugiesisch: "pt",
  punjabi: "pa",
  pandschabi: "pa",
  rumänisch: "ro",
  russisch: "ru",
  schwedisch: "sv",
  serbisch: "sr",
  serbokroatisch: "sr hr bs",
  singhalesisch: "si",
  slowakisch: "sk",
  slowenisch: "sl",
  somali: "so",
  somalisch: "so",
  spanisch: "es",
  suaheli: "sw",
  swahili: "sw",
  kisuaheli: "sw",
  tagalog: "tl",
  tamil: "ta",
  tamilisch: "ta",
  thai: "th",
  thailändisch: "th",
  tibetisch: "bo",
  tigrinya: "ti",
  tigrinisch: "ti",
  tschechisch: "cs",
  tschetschenisch: "ce",
  türkisch: "tr",
  turkmenisch: "tk",
  twi: "tw",
  uigurisch: "ug",
  ukrainisch: "uk",
  ungarisch: "hu",
  urdu: "ur",
  usbekisch: "uz",
  vietnamesisch: "vi",
  walisisch: "cy",
  weißrussisch: "be",
  wolof: "wo",
  yoruba: "yo",
  zulu: "zu",
  english: "en",
  french: "fr",
  turkish: "tr",
  russian: "ru",
  arabic: "ar",
  polish: "pl",
  spanish: "es",
  italian: "it",
};

const knownCodes = new Set(Object.values(codes).flatMap((list) => list.split(" ")));

/**
 * ISO 639-1 codes in alphabetical order of German language names (or codes) as directories write them, several in
 * one text too. Sign language has no such code and is told apart; `unknown` has what could not be read.
 */
export function readLanguages(texts: string[]): {
  languages: string[];
  signLanguage: boolean;
  unknown: string[];
} {
  const found = new Set<string>();
  const unknown: string[] = [];
  let signLanguage = false;
  for (const name of texts.flatMap((text) => text.split(/[,;/|]|\bund\b|\bu\./i))) {
    const plain = plainName(name);
    if (plain === "") continue;
    const list = Object.hasOwn(codes, plain)
      ? codes[plain]!.split(" ")
      : knownCodes.has(plain)
        ? [plain]
        : [];
    for (const code of list) found.add(code);
    if (/gebärden|\bdgs\b/i.test(name)) signLanguage = true;
    else if (list.length === 0) unknown.push(name.trim());
  }
  return { languages: [...found].sort(), signLanguage, unknown };
}

/** "Englisch (fließend)", "Englische Sprache" and "englischsprachig" are all "englisch". */
function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\([^)]*\)?/g, " ")
    .replaceAll(
      /\b(sprache|sprachkenntnisse|fließend|muttersprache|muttersprachlich|als fremdsprache)\b/g,
      " ",
    )
    .replace(/sprachig(e|er|es)?\b/, "")
    .replaceAll(/[^\p{L}\s]/gu, "")
    .trim()
    .replace(/isch(e|es|er)$/, "isch");
}
