import { de } from "@/lib/i18n/messages/de";
import { formOf } from "../pages/form-of";
import type { Door } from "./door";

const { respond, patient } = de;

/** One click in three is a double click. */
const isImpatient = () => Math.random() < 1 / 3;

/** People answer on the pages of the web server, as browsers without JavaScript do; a dead server is asked again later. */
export function doorByPage(webUrl: string): Door {
  const complaints: string[] = [];
  const ask = async (path: string, body?: FormData): Promise<string> => {
    const headers = { "accept-language": "de", ...(body && { origin: webUrl }) };
    const method = body ? "POST" : "GET";
    const signal = AbortSignal.timeout(30_000);
    const answer = await fetch(webUrl + path, { method, headers, body, redirect: "manual", signal });
    if (answer.status >= 500)
      complaints.push(`${path.split("/")[1]} answered ${method} with ${answer.status}`);
    return answer.text();
  };
  const send = async (path: string, html: string, field: string, values: Record<string, string> = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...formOf(html, field), ...values }))
      body.append(name, value);
    const clicks = isImpatient() ? [ask(path, body), ask(path, body)] : [ask(path, body)];
    await Promise.all(clicks);
    return ask(path);
  };
  return {
    complaints,
    answer: (secret, outcome) =>
      whileAlive(async () => {
        const path = `/respond/${secret}`;
        let html = await ask(path);
        const field = /name="(answer-[0-9a-f-]{36})"/.exec(html)?.[1];
        if (field) html = await send(path, html, field, { [field]: outcome });
        return answerOn(html);
      }),
    settlePlace: (secret, wish) =>
      whileAlive(async () => {
        const path = `/my/${secret}`;
        const html = await ask(path);
        if (!/<form id="confirm"/.test(html)) return placeOn(html);
        if (wish === "confirm") return placeOn(await send(path, html, "placementId"));
        const giveUp = `${path}/give-up`;
        await send(giveUp, await ask(giveUp), "reason", { reason: "declined" });
        return placeOn(await ask(path));
      }),
  };
}

function answerOn(html: string) {
  const { results, placements } = respond;
  if (html.includes(results.accepted) || html.includes(`>${placements.states.accepted}<`)) return "accepted";
  if (html.includes(results.rejected_capacity)) return "declined";
  if (html.includes(results.placed_elsewhere)) return "too_late";
  // The patient has given the place back before the practice looked again.
  return html.includes(results.no_longer_searching) ? "accepted" : null;
}

function placeOn(html: string) {
  const { states } = patient.my;
  if (html.includes(states.confirmed)) return "confirmed";
  return html.includes(states.active) ? "refused" : null;
}

/** Null when the server was killed under our hands. */
async function whileAlive<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TypeError || (error as Error).name === "TimeoutError") return null;
    throw error;
  }
}
