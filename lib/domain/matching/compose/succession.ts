import type { Mailbox } from "./mailboxes";
import type { Planner } from "./planner";
import { createWatchList } from "./watch-list";

/**
 * Weighs mailboxes so that what was weighed is never less than what it is worth now. That only sinks, but where
 * therapists share a mailbox it can rise when its order names the next; then somebody whom its best inquiry is about
 * was booked elsewhere, and `moveOn` gives a new entry for it in place of the old.
 */
export function createSuccession({ weigh, patientsOf }: Planner) {
  const shared = createWatchList<Mailbox>();
  const replaced = new WeakSet<Mailbox>();

  /** False when the mailbox is worth no inquiry any more, or another entry stands for it. */
  function weighAnew(mailbox: Mailbox): boolean {
    if (replaced.has(mailbox) || !weigh(mailbox)) return false;
    if (mailbox.therapists.length > 1) shared.watch(mailbox, patientsOf(mailbox));
    return true;
  }

  /** New entries for the shared mailboxes whose best inquiry is about somebody just booked by an inquiry to `taken`. */
  function moveOn(taken: Mailbox, booked: readonly number[]): Mailbox[] {
    shared.forget(taken);
    const successors = shared.about(booked).map((mailbox) => {
      shared.forget(mailbox);
      replaced.add(mailbox);
      return { ...mailbox };
    });
    return successors.filter(weighAnew);
  }

  return { weighAnew, moveOn };
}
