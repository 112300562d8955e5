import { dayAfter, namedDay } from "./named-day";

type Message = { subject: string; own: string; headers: ReadonlyMap<string, string>; today: string };

const subjects =
  /^(\W*(aw|re|fwd?):)*\W*(automatische antwort|automatic reply|auto(matisch|-?reply|:)|abwesenheit|abwesend|out of (the )?office|ooo\b|urlaub|ich bin (derzeit|zur ?zeit|momentan)? ?(nicht|im urlaub)|vacation|away from)/i;
const phrases = [
  /\bbin (ich )?.{0,60}(nicht (im haus|in der praxis|erreichbar|im büro)|abwesend|außer haus|im urlaub|in elternzeit)/i,
  /\b(praxis|wir) (ist|sind|bleibt|hat) .{0,60}(geschlossen|im urlaub|urlaub)/i,
  /\b(i am|i'm|we are|we're|i will be|the practice is) .{0,60}(out of (the )?office|on (vacation|leave|holiday)|away|closed)\b/i,
  /\b(ihre (e-?mail|nachricht) wird nicht (weitergeleitet|gelesen)|mails werden nicht (gelesen|weitergeleitet))/i,
];
const weekday = String.raw`(?:(?:mo|di|mi|do|fr|sa|so|mon|tues|wednes|thurs|fri|satur|sun)[a-zä]*,?\s+)?(?:(?:de[mnr]|the)\s+)?`;
const backOnDay = [
  new RegExp(String.raw`\b(?:ab|from|as of)\s+${weekday}(?=[\d a-zäöü])(.{3,40})`, "gi"),
  new RegExp(
    String.raw`\b(?:wieder|zurück|erreichbar|back|return(?:ing)?|available)\b.{0,30}?\b(?:am|ab|on|from)\s+${weekday}(.{3,40})`,
    "gi",
  ),
];
const lastDay = new RegExp(
  String.raw`\b(?:bis|until|till|through|to)\s+(?:einschließlich\s+|einschl\.\s+|inkl\.\s+|zum\s+|and including\s+)?${weekday}(.{3,40})`,
  "gi",
);

/**
 * Whether a mail is an automatic reply, by its head, its subject or, `byWords`, its text alone, and the day from which
 * somebody is back if it says so; null when it is none.
 */
export function outOfOfficeOf(message: Message): { backOn: string | null; byWords: boolean } | null {
  const byHead = isAutomatic(message.headers) || subjects.test(message.subject);
  const byWords = phrases.some((phrase) => phrase.test(message.own));
  if (!byHead && !byWords) return null;
  return { backOn: backOn(message), byWords: !byHead };
}

function isAutomatic(headers: ReadonlyMap<string, string>): boolean {
  return (
    /^auto-(replied|notified)/i.test(headers.get("auto-submitted") ?? "") ||
    /auto_reply/i.test(headers.get("precedence") ?? "") ||
    ["x-autoreply", "x-autorespond", "x-auto-reply"].some((name) => headers.has(name)) ||
    // Exchange writes it on every automatic reply of a person.
    /\boof\b|^all$/i.test(headers.get("x-auto-response-suppress") ?? "")
  );
}

/** The first day on which somebody is there again: named as such, or the day after the last day away. */
function backOn({ own, subject, today }: Message): string | null {
  const text = `${subject}\n${own}`.slice(0, 5000);
  const back = backOnDay.flatMap((pattern) => daysAfter(pattern, text, today));
  const last = daysAfter(lastDay, text, today).map(dayAfter);
  const ahead = (days: string[]) => days.filter((day) => day > today).sort()[0] ?? null;
  return ahead(back) ?? ahead(last);
}

function daysAfter(pattern: RegExp, text: string, today: string): string[] {
  return [...text.matchAll(pattern)].flatMap(([, rest]) => namedDay(rest ?? "", today) ?? []);
}
