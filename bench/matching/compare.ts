import type { Sql } from "postgres";
import { judgePairs } from "@/lib/domain/matching/kernel/judge-pairs";
import type { Snapshot } from "@/lib/domain/matching/kernel/snapshot";
import { atOnce } from "@/lib/domain/matching/kernel/slices";

/**
 * Compares the pairs that SQL found (bench.pairs) with those of the kernel, one by one with their unknown rules, and
 * throws one sentence at the first difference. Returns how many there are.
 */
export async function compareWithKernel(sql: Sql, snapshot: Snapshot): Promise<number> {
  const therapists = snapshot.therapists.records.length;
  const unknownOf = new Map<number, number>();
  atOnce(
    judgePairs(snapshot, { measure: false }, ({ patient, therapist, unknown }) =>
      unknownOf.set(patient * therapists + therapist, unknown),
    ),
  );
  let agreed = 0;
  const query = sql<{ p: number; t: number; unknown: number }[]>`select p, t, unknown from bench.pairs`;
  for await (const rows of query.cursor(20_000)) {
    for (const { p, t, unknown } of rows) {
      const kernel = unknownOf.get(p * therapists + t);
      if (kernel !== unknown)
        throw new Error(
          `patient ${p}, therapist ${t}: SQL says unknown ${unknown}, the kernel ${kernel ?? "out"}`,
        );
      agreed++;
    }
  }
  if (agreed !== unknownOf.size)
    throw new Error(`the kernel found ${unknownOf.size} pairs, SQL ${agreed} of them`);
  return agreed;
}
