import { formatLanguage } from "@/lib/format";
import { type Locale, locales } from "@/lib/i18n/locale";

/** Languages that are offered by name; any other two-letter code of ISO 639-1 can be typed as it is. */
const offered =
  "am ar az be bg bn bs ca cs da de el en es et fa fi fr he hi hr hu hy id it ja ka km ko ku lt lv mk mn mt ne nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta th ti tr uk ur vi wo zh".split(
    " ",
  );
let codes: Map<string, string> | undefined;

/** "Deutsch, Türkisch". */
export function languageNames(languages: readonly string[], locale: Locale): string {
  return languages.map((code) => formatLanguage(code, locale)).join(", ");
}

/** The codes of languages typed by name, in any of our languages, or as codes; an unknown name stays as it is. */
export function parseLanguageNames(text: string): string[] {
  codes ??= codesByName();
  const names = text.split(/[,;\n/]/).map((name) => name.trim().toLowerCase());
  return [...new Set(names.filter(Boolean).map((name) => codes?.get(name) ?? name))];
}

function codesByName(): Map<string, string> {
  const names = offered.flatMap((code) =>
    locales.map((locale) => [formatLanguage(code, locale).toLowerCase(), code] as const),
  );
  return new Map([...names, ["kurmandschi", "ku"], ["farsi", "fa"], ["dari", "fa"]]);
}
