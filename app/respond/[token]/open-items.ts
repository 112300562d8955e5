import type { AnswerPage, AnswerPageItem } from "@/lib/domain/inquiries/get-answer-page";
import type { Profile } from "@/lib/domain/inquiries/profile";

/** Somebody about whom an answer is still asked for. */
export type OpenItem = AnswerPageItem & { profile: Profile };

/** The people who can still be answered, also when the time is over. */
export function openItems({ items }: AnswerPage): OpenItem[] {
  return items.filter(isOpen);
}

const isOpen = (item: AnswerPageItem): item is OpenItem => item.state === "open" && item.profile !== null;
