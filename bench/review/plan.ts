/** What a coordinator does with a proposal: every one is decided in the end, some after something else. */
export const decisions = ["approve", "reject", "drop", "swap", "undo"] as const;
export type Decision = (typeof decisions)[number];

/**
 * One decision for each proposal: of twenty, fourteen are approved as they are, three rejected; one goes without one of
 * its people, one with another person in place of one, one is approved, taken back and approved again.
 */
export function planOf(proposals: number): Decision[] {
  return Array.from({ length: proposals }, (_, index) => {
    switch (index % 20) {
      case 1:
      case 8:
      case 15:
        return "reject";
      case 2:
        return "drop";
      case 5:
        return "swap";
      case 11:
        return "undo";
      default:
        return "approve";
    }
  });
}
