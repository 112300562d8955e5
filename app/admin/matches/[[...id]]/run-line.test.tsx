import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MatchingRun } from "@/lib/domain/matching/run/get-latest-run";
import { type CompositionStrategy, compositionStrategies } from "@/lib/domain/vocabulary";
import { messages } from "@/lib/i18n/messages";
import { settingsSchema } from "@/lib/domain/settings/settings";
import { RunExplained, RunLine } from "./run-line";

const now = new Date("2026-11-26T04:10:00Z");
const run: MatchingRun = {
  id: "019aa000-0000-7000-8000-000000000001",
  status: "finished",
  requestedBy: null,
  createdAt: now,
  startedAt: now,
  finishedAt: now,
  progressAt: now,
  progress: null,
  estimatedBecause: null,
  usualOdds: null,
  counts: { fit: 3, check: 2, out: 1, proposals: 2 },
};
const running = { status: "running", finishedAt: null, counts: null } as const;
const show = (changes: Partial<MatchingRun>, locale: "de" | "en" = "de") =>
  render(<RunLine run={{ ...run, ...changes }} now={now} canReview={false} />, locale);
const render = (element: ReactNode, locale: "de" | "en") =>
  renderToStaticMarkup(
    <AppRouterContext value={{} as never}>
      <NextIntlClientProvider locale={locale} messages={messages[locale] as never} timeZone="Europe/Berlin">
        {element}
      </NextIntlClientProvider>
    </AppRouterContext>,
  );

test.each([
  ["router", "weil der Routenplaner nicht geantwortet hat", "Der nächste Abgleich fragt ihn wieder"],
  ["error", "weil beim Erfragen ein Fehler aufgetreten ist", "Der nächste Abgleich fragt wieder"],
  ["time", "weil die Zeit zum Erfragen nicht für alle gereicht hat", "Sie brauchen nichts zu tun"],
] as const)("a run that leaves estimates (%s) says why and what to do", (estimatedBecause, why, what) => {
  for (const changes of [{}, running]) {
    const line = show({ ...changes, estimatedBecause });
    expect(line).toContain(why);
    expect(line).toContain(what);
    expect(show({ ...changes, estimatedBecause }, "en")).toContain("Some travel times are estimates because");
  }
});

test("a run that asked for everything it needed says nothing of estimates", () => {
  for (const changes of [{}, running]) expect(show(changes)).not.toContain("geschätzt");
});

test("staff read the whole order: who waits too long first, and below which expectation nobody is asked", () => {
  const explain = (strategy: CompositionStrategy, learnOdds = true, locale: "de" | "en" = "de") =>
    render(
      <RunExplained
        run={run}
        settings={settingsSchema.parse({ firstInquiryDays: 9, learnOdds })}
        strategy={strategy}
      />,
      locale,
    );
  const overdue = "wer sonst länger als 9 Tage auf die erste Anfrage warten würde";
  for (const strategy of compositionStrategies)
    expect(explain(strategy).toLowerCase()).toContain(overdue.toLowerCase());
  expect(explain("expected-placements")).toContain("weniger als 0,09 gewichtete Vermittlungen");
  expect(explain("expected-placements", true, "en")).toContain("fewer than 0.09 weighted placements");
  for (const text of [explain("oldest-first"), explain("expected-placements", false)])
    expect(text, "where no threshold is in force").not.toContain("0,09");
});
