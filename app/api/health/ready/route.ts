import { connection } from "next/server";
import { createContext } from "@/lib/core/context";
import { checkReadiness } from "@/lib/core/readiness";

/** The process can work: 200, otherwise 503 with the part that is missing. A failure means: send no visitors here. */
export async function GET(): Promise<Response> {
  await connection();
  const readiness = await checkReadiness(createContext({ kind: "system", job: "health" }));
  const ready = Object.values(readiness).every(Boolean);
  return Response.json(
    { ready, ...readiness },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
