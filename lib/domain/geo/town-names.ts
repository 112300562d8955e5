/** English names under which a form in English may give a town. */
const englishNames: Record<string, string> = {
  cologne: "koeln",
  munich: "muenchen",
  nuremberg: "nuernberg",
  hanover: "hannover",
  brunswick: "braunschweig",
};

/** Whether a typed name means the known town: same words, or the known name followed by a district. */
export function sameTown(known: string, typed: string): boolean {
  const [knownName, typedName] = [normalisedTown(known), normalisedTown(typed)];
  if (knownName === "" || typedName === "") return false;
  if (startsWithWords(typedName, knownName)) return true;
  if (sameButForInitials(knownName.split(" "), typedName.split(" "))) return true;
  if (sameTailByInitial(knownName, typedName)) return true;
  // "Frankfurt" for "Frankfurt am Main": the name without what only tells it from its namesakes.
  return typedName === tailOf(knownName)?.core;
}

/** "weiden in der opf" for "weiden in der oberpfalz": what tells a town from its namesakes may be shortened. */
function sameTailByInitial(known: string, typed: string): boolean {
  const [a, b] = [tailOf(known), tailOf(typed)];
  return a !== null && b !== null && a.core === b.core && a.tail[0] === b.tail[0];
}

function tailOf(name: string): { core: string; tail: string } | null {
  const parts = /^(.+?) (?:am|an der|an den|im|in der|in|ob der|bei|vor der|auf) (.+)$/.exec(name);
  return parts && { core: parts[1]!, tail: parts[2]! };
}

/** Lower-case words without umlauts, abbreviations, brackets and what follows a slash or comma. */
function normalisedTown(name: string): string {
  const words = name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .replaceAll(/\([^)]*\)|[/,].*$/g, " ")
    .replaceAll(/\bst\.?\s+/g, "sankt ")
    .replaceAll(/\ba\.\s?d\.\s?|\ba\s?d\.?\s/g, "an der ")
    .replaceAll(/\bi\.\s?d\.\s?|\bi\s?d\.?\s/g, "in der ")
    .replaceAll(/\ba\.\s?/g, "am ")
    .replaceAll(/\bi\.\s?/g, "im ")
    .replaceAll(/\bb\.\s?/g, "bei ")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
  return englishNames[words] ?? words;
}

function startsWithWords(text: string, words: string): boolean {
  return text === words || text.startsWith(`${words} `);
}

/** "frankfurt am m" for "frankfurt am main". */
function sameButForInitials(known: string[], typed: string[]): boolean {
  return (
    known.length === typed.length &&
    typed.every((word, index) => word === known[index] || (index > 0 && word === known[index]?.[0]))
  );
}
