import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { TherapistRecord } from "@/lib/domain/therapists/get-therapist";
import type { ObjectionKind } from "@/lib/domain/therapists/objection-kinds";
import { messages } from "@/lib/i18n/messages";
import { ObjectionsCard } from "./objections-card";

const since = new Date("2026-11-02T10:00:00Z");

/** The kinds that the form offers, where these hold already. */
function offered(holding: ObjectionKind[], emailDisownedAt: Date | null = null): string[] {
  const therapist = { id: "t", email: "praxis@klinik.example", practice: { emailDisownedAt } };
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages.de as never} timeZone="Europe/Berlin">
      <ObjectionsCard
        therapist={therapist as TherapistRecord}
        objections={holding.map((kind) => ({ kind, since, others: 0 }))}
        canRecord
        canLift={false}
      />
    </NextIntlClientProvider>,
  );
  return [...page.matchAll(/<input[^>]*type="radio"[^>]*>/g)].map(
    ([input]) => /value="(\w+)"/.exec(input)![1]!,
  );
}

test("a person's objection can be written down while one of the address or the domain holds, which may be lifted later", () => {
  expect(offered([])).toEqual(["person", "address", "domain"]);
  expect(offered(["address"])).toEqual(["person", "domain"]);
  expect(offered(["address", "domain"])).toEqual(["person"]);
  expect(offered(["person"], since), "nobody speaks for a stranger's address").toEqual([]);
});
