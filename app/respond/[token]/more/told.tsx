import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const told = ["capacity", "wishes", "hours", "forward"] as const;

/** Nothing was done. */
const neutral = new Set<unknown>(["nobody", "too-late", "too-late-colleague"]);

type Props = {
  /** What was just told. */ what: unknown;
  /** How many people just followed. */ followed: number;
};

/** What came of the last click, on top of the page. */
export function Told({ what, followed }: Props) {
  const t = useTranslations("respondMore");
  const next = useTranslations("respond.next");
  const takeBack = useTranslations("respond.takeBack");
  const known = told.find((one) => one === what);
  const others = new Map<unknown, string>([
    ["nobody", next("nobody")],
    ["taken-back", takeBack("done")],
    ["too-late", takeBack("tooLate")],
    ["too-late-colleague", takeBack("tooLateColleague")],
  ]);
  const news = followed > 0 ? next("followed", { count: followed }) : others.get(what);
  const sentence = known ? t(`${known}.done`) : news;
  if (!sentence) return null;
  return (
    <div role="status" className="mb-6">
      <Notice tone={neutral.has(what) ? "neutral" : "good"}>
        <p>{sentence}</p>
      </Notice>
    </div>
  );
}
