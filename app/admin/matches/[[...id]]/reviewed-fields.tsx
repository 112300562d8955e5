import type { Proposal } from "@/lib/domain/inquiries/get-proposal";

type Props = { proposal: Proposal; /** Where to go on. */ nextId: string | null };

/** The proposal as it is seen now, in every form that changes it. */
export function ReviewedFields({ proposal, nextId }: Props) {
  return (
    <>
      <input type="hidden" name="id" value={proposal.id} />
      <input type="hidden" name="version" value={proposal.version} />
      <input type="hidden" name="reference" value={proposal.reference} />
      <input type="hidden" name="channel" value={proposal.channel} />
      <input type="hidden" name="next" value={nextId ?? ""} />
      <input type="hidden" name="people" value={proposal.items.length} />
    </>
  );
}
