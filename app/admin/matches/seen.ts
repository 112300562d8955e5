import type { Reviewed } from "@/lib/domain/inquiries/take-reviewed";
import { isId } from "@/lib/web/page";

/** A proposal as somebody saw it, as one value of a form: id and version. */
export function writeReviewed({ inquiryId, version }: Reviewed): string {
  return `${inquiryId}:${version}`;
}

/** The proposal that such a value means; empty for anything that is none. */
export function readReviewed(value: string): Reviewed[] {
  const [inquiryId = "", version = ""] = value.split(":");
  return isId(inquiryId) && /^\d{1,9}$/.test(version) ? [{ inquiryId, version: Number(version) }] : [];
}
