import { getTranslations } from "next-intl/server";
import { FormMessage } from "@/components/form/form-message";
import { firstText, type Query } from "@/lib/web/search-params";

type Area =
  | "evidence"
  | "staffPatients"
  | "staffTherapists"
  | "staffInquiries"
  | "staffCalls"
  | "staffMail"
  | "staffImports"
  | "staffMatches"
  | "staffTeam";

/** Says what an action did that led to this page (`?done=saved`), in the words `done.…` of the area. */
export async function Done({ query, area }: { query: Query; area: Area }) {
  const done = firstText(query, "done");
  const t = (await getTranslations(area)) as unknown as {
    (key: string): string;
    has: (key: string) => boolean;
  };
  if (!done || !/^\w+$/.test(done) || !t.has(`done.${done}`)) return null;
  return (
    <div className="mb-5 max-w-measure">
      <FormMessage tone="good">{t(`done.${done}`)}</FormMessage>
    </div>
  );
}
