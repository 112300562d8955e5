/** Beginnings that people choose first when twelve characters are asked for, in German and English. */
const worst = [
  "password",
  "passwort",
  "kennwort",
  "geheim",
  "qwertz",
  "qwerty",
  "asdfgh",
  "yxcvbn",
  "1qaz2wsx",
  "1q2w3e4r",
  "willkommen",
  "welcome",
  "iloveyou",
  "ichliebedich",
  "administrator",
  "admin",
  "letmein",
  "changeme",
  "hallo",
  "schatz",
  "sommer",
  "winter",
  "lotse",
  "praxis",
  "therapie",
  "psychotherapie",
  "demo",
  "test",
];
const sequences = [
  "0123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertzuiopasdfghjklyxcvbnm",
  "qwertyuiopasdfghjklzxcvbnm",
];

/**
 * Whether a password is one of those that are guessed first: a common word with digits and signs around it or
 * repeated, one short piece over and over, or a run along the keyboard. Case, and letters written as digits, do not
 * make it better.
 */
export function isWorstPassword(password: string): boolean {
  const plain = password.toLowerCase();
  return (
    isRepetition(plain) ||
    isRun(plain) ||
    isCommonWord(plain) ||
    isCommonWord(withoutDigitsForLetters(plain.replace(/[\d\W_]+$/, "")))
  );
}

function isCommonWord(text: string): boolean {
  const letters = text.replace(/[^a-zäöüß]/g, "");
  if (letters === "") return false;
  const longestFirst = worst.toSorted((a, b) => b.length - a.length);
  return [text, letters].some(
    (form) =>
      longestFirst.reduce((rest, word) => rest.replaceAll(word, ""), form).replace(/[^a-zäöüß]/g, "") === "",
  );
}

function isRepetition(text: string): boolean {
  return [1, 2, 3, 4].some((period) => [...text].every((sign, at, all) => sign === all[at % period]));
}

function isRun(text: string): boolean {
  return sequences.some((sequence) => {
    const around = sequence.repeat(1 + Math.ceil(text.length / sequence.length));
    return around.includes(text) || [...around].reverse().join("").includes(text);
  });
}

function withoutDigitsForLetters(text: string): string {
  const letters: Record<string, string> = {
    "0": "o",
    "1": "i",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "@": "a",
    $: "s",
  };
  return text.replace(/[013457@$]/g, (sign) => letters[sign] ?? sign);
}
