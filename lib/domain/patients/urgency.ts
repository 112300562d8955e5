import type { Urgency } from "../vocabulary";

/** The urgency class that form PTV 11 gives: acute treatment before urgent before the rest. */
export function urgencyOf({ ptv11 }: { ptv11: { acute: boolean; urgent: boolean } }): Urgency {
  if (ptv11.acute) return "acute";
  return ptv11.urgent ? "urgent" : "normal";
}
