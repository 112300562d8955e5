import { conflict } from "@/lib/core/errors";

/** Throws `conflict` when a record that the caller holds was changed since somebody looked at it; `seen` is the `updatedAt` they saw. */
export function requireUnchanged({ updatedAt }: { updatedAt: Date }, seen: string | undefined): void {
  if (seen !== undefined && updatedAt.toISOString() !== seen) throw conflict("record_changed");
}
