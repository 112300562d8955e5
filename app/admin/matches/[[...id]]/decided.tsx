import Link from "next/link";
import { useTranslations } from "next-intl";
import { FormMessage } from "@/components/form/form-message";
import { paths, withQuery } from "@/lib/paths";
import { firstText, type Query } from "@/lib/web/search-params";

const ofOne = ["approved", "approvedCall", "rejected", "dropped", "droppedLast", "added", "swapped"] as const;

/** Says what the decision before led to, or that somebody else was faster. */
export function Decided({ query }: { query: Query }) {
  const t = useTranslations("staffMatches.done");
  const done = firstText(query, "done");
  const reference = /^[A-Z0-9]{4,12}/.exec(firstText(query, "about") ?? "")?.[0];
  const one = ofOne.find((known) => known === done);
  if (one && reference)
    return (
      <Line key={firstText(query, "about")}>
        {t(one, { reference })}{" "}
        {(one === "approved" || one === "approvedCall") && (
          <Link
            href={withQuery(paths.admin.inquiries, { query: reference })}
            prefetch={false}
            className="underline"
          >
            {t("open")}
          </Link>
        )}
      </Line>
    );
  if (done === "all")
    return (
      <Line>{t("all", { approved: countIn(query, "approved"), skipped: countIn(query, "skipped") })}</Line>
    );
  if (done === "requested") return <Line>{t("requested")}</Line>;
  if (done !== "changed") return null;
  return (
    <p
      role="status"
      className="mb-5 max-w-measure border-l-4 border-needs-edge bg-needs-wash px-5 py-4 text-needs-ink"
    >
      {t("changed")}
    </p>
  );
}

function Line({ children }: { children: React.ReactNode }) {
  return (
    <div className="mb-5 max-w-measure">
      <FormMessage tone="good">{children}</FormMessage>
    </div>
  );
}

const countIn = (query: Query, name: string) =>
  Number(/^\d{1,6}$/.exec(firstText(query, name) ?? "")?.[0] ?? 0);
