import { operator } from "@/lib/operator";
import type { Imprint } from "./layout";

/** Who sends the mail, as the operator configured it. */
export function imprint(): Imprint {
  const { name, ...contact } = operator();
  return { name: name || "Lotse", ...contact };
}
