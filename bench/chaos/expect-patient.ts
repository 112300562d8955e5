import { type Expected, mailKey } from "./expected";
import { lapseAfter } from "./phases";
import { type Memory, type Story, phaseDays } from "./story";

/** What is to come of a patient's search, about which there are one or two inquiries. */
export function expectPatient(expected: Expected, stories: readonly Story[], memory: Memory): void {
  const { patientId, patientAddress: to, searchId } = stories[0]!;
  const { from, until } = placedPhases(stories, memory);
  // Placed before this mail could leave, nobody is told any more that the search has begun.
  expected.mails.set(mailKey("search_started", patientId, 0), {
    to,
    phase: 0,
    need: "must",
    mayBeMoot: from === 0,
  });
  for (let phase = 1; phase < phaseDays.length; phase++) {
    const changes = phase === from || phase === until;
    if (!changes && phase > from && phase < until) continue;
    const key = mailKey("weekly_status", patientId, phase);
    expected.mails.set(key, { to, phase, need: changes ? "may" : "must", mayBeMoot: changes });
  }
  expected.searches.set(searchId, from < Infinity && until === Infinity ? "placed" : "active");
}

/** In which phase a place was found and in which it came to nothing; Infinity: never. */
function placedPhases(stories: readonly Story[], memory: Memory): { from: number; until: number } {
  for (const { inquiryId } of stories) {
    const { answer, place } = memory.get(inquiryId) ?? {};
    if (answer?.what !== "accepted") continue;
    const given = place?.what === "refused" ? place.phase : null;
    return {
      from: answer.phase,
      until: given ?? (place ? Infinity : (lapseAfter(answer.phase) ?? Infinity)),
    };
  }
  return { from: Infinity, until: Infinity };
}
