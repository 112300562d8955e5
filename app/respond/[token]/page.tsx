import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createContext } from "@/lib/core/context";
import { getAnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { listAnswerPlacements } from "@/lib/domain/placements/list-answer-placements";
import { AnswerLinkEnded } from "./answer-link-ended";
import { Intro } from "./intro";
import { More } from "./more/more";
import { Told } from "./more/told";
import { Objection } from "./objection";
import { People } from "./people";
import { Placements } from "./placements";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ faster?: string | string[]; done?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("respond"))("title"), robots: { index: false } };
}

/** What a therapist sees behind the mailed link. Opening it changes nothing; the buttons send. */
export default async function RespondPage({ params, searchParams }: Props) {
  const { token } = await params;
  const ctx = createContext({ kind: "public" });
  const page = await getAnswerPage(ctx, token);
  if (!page) return <AnswerLinkEnded />;
  const actor = { kind: "therapist", inquiryId: page.inquiryId } as const;
  const placements = await listAnswerPlacements(createContext(actor));
  const query = await searchParams;
  const faster = Number(/^[1-6]$/.exec(String(query.faster))?.[0] ?? 0);
  return (
    <>
      <Told what={query.done} />
      <Intro page={page} token={token} faster={faster} now={ctx.now} />
      <Placements placements={placements} token={token} />
      <People page={page} token={token} now={ctx.now} />
      <More page={page} token={token} now={ctx.now} />
      <Objection page={page} token={token} />
    </>
  );
}
