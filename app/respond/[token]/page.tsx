import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Context, createContext } from "@/lib/core/context";
import { type AnswerPage, getAnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { getForwardOptions } from "@/lib/domain/inquiries/list-colleagues";
import { listAnswerPlacements } from "@/lib/domain/placements/list-answer-placements";
import { listOwnAcceptances } from "@/lib/domain/placements/list-own-acceptances";
import { isOpenPlacement } from "@/lib/domain/placements/status";
import { hasObjectedByLink } from "@/lib/domain/therapists/has-objected-by-link";
import { AnswerLinkEnded } from "./answer-link-ended";
import { Intro } from "./intro";
import { More } from "./more/more";
import { Told } from "./more/told";
import { NextPerson } from "./next-person";
import { Objection } from "./objection";
import { ObjectionHolds } from "./objection-holds";
import { People } from "./people";
import { Placements } from "./placements";
import { respondent } from "./therapist-context";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<"lost" | "followed" | "done", string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("respond"))("title"), robots: { index: false } };
}

/** What a therapist sees behind the mailed link. Opening it changes nothing; the buttons send. */
export default async function RespondPage({ params, searchParams }: Props) {
  const { token } = await params;
  const ctx = createContext({ kind: "public" });
  const [page, objected] = await Promise.all([getAnswerPage(ctx, token), hasObjectedByLink(ctx, token)]);
  if (!page) return objected ? <ObjectionHolds /> : <AnswerLinkEnded />;
  const own = createContext(respondent(page));
  const { placements, forward, mistakes } = await ofReader(own);
  if (objected)
    return (
      <>
        <ObjectionHolds isWaitedFor={placements.some(isOpenPlacement)} />
        <Placements placements={placements} reference={page.reference} token={token} />
      </>
    );
  const query = await searchParams;
  const followed = fewOf(query.followed);
  return (
    <>
      <Told what={query.done} followed={followed} />
      <Intro
        page={page}
        token={token}
        lost={lostOf(page, query.lost)}
        now={ctx.now}
        placed={placements.map(({ status }) => status)}
        mistakes={mistakes}
      />
      <Placements placements={placements} reference={page.reference} token={token} />
      {page.mayFollow && hasRoom(page) && <NextPerson token={token} />}
      <People page={page} token={token} now={ctx.now} />
      <More page={page} token={token} now={ctx.now} forward={forward} />
      <Objection page={page} token={token} isWaitedFor={placements.some(isOpenPlacement)} />
    </>
  );
}

/** What the practice's own link shows besides; by a forwarded one a colleague takes back what it said itself. */
async function ofReader(own: Context) {
  if (own.actor.kind !== "therapist")
    return { placements: [], forward: null, mistakes: await listOwnAcceptances(own) };
  const [placements, forward] = await Promise.all([listAnswerPlacements(own), getForwardOptions(own)]);
  return { placements, forward, mistakes: [] };
}

/** A number from 1 to 6 in the address, which only ever changes a sentence. */
const fewOf = (value: unknown) => Number(/^[1-6]$/.exec(String(value))?.[0] ?? 0);

/** The people of these positions in the address who are answered, but not by a yes. */
function lostOf({ items }: AnswerPage, value: unknown): AnswerPage["items"] {
  const positions = new Set(String(value).split("."));
  return items.filter(
    ({ position, state }) => positions.has(String(position)) && state !== "open" && state !== "accepted",
  );
}

/** Whoever has just said that there is no place is not asked about anybody else. */
const hasRoom = ({ items }: AnswerPage) =>
  items.some(({ outcome }) => outcome === "accepted") ||
  items.every(({ outcome }) => outcome !== "rejected_capacity");
