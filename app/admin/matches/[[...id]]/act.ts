import { isId } from "@/lib/web/page";

/** What a button of the review does, and about whom. */
export type ReviewAct =
  | { act: "approve" | "reject" }
  | { act: "drop"; itemId: string; patientId: string }
  | { act: "add"; patientId: string };

/** An act about somebody as the value of its button: the item if there is one, then the patient. */
export const writeAct = (act: "drop" | "add", ...ids: string[]): string => [act, ...ids].join(":");

/** The act that such a value means; null for anything that is none. */
export function readAct(value: string): ReviewAct | null {
  const [act, ...ids] = value.split(":");
  if (!ids.every(isId)) return null;
  const [first = "", second = ""] = ids;
  if ((act === "approve" || act === "reject") && ids.length === 0) return { act };
  if (act === "drop" && ids.length === 2) return { act, itemId: first, patientId: second };
  if (act === "add" && ids.length === 1) return { act, patientId: first };
  return null;
}
