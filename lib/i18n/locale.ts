/** The languages of the product; German is the first and the fallback. */
export const locales = ["de", "en"] as const;
export type Locale = (typeof locales)[number];
const defaultLocale: Locale = "de";

/** Remembers the language that a visitor chose; holds nothing else. */
export const localeCookie = "lang";

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

/**
 * The language to show: the visitor's own choice, else the best of an Accept-Language header, else German.
 * Never throws, whatever a browser sends.
 */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen;
  return acceptedLanguages(acceptLanguage ?? "").find(isLocale) ?? defaultLocale;
}

function acceptedLanguages(header: string): string[] {
  return header
    .split(",")
    .map((part, position) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return {
        language: tag.split("-")[0] ?? "",
        quality: quality === undefined ? 1 : Number(quality),
        position,
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)
    .map(({ language }) => language);
}
