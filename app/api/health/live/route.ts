import { connection } from "next/server";

/** The process answers; says nothing about its database. A failure means: restart it. */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ live: true }, { headers: { "cache-control": "no-store" } });
}
