import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/web/guards";

/** Any other address below the desk: says so inside its frame. */
export default async function UnknownPage() {
  await requireStaff(null);
  notFound();
}
