"use client";

import { failed as german } from "@/lib/i18n/messages/de/failures";
import { failed as english } from "@/lib/i18n/messages/en/failures";
import { Button } from "./button";

export type FailureProps = { error: unknown; retry: () => void };

/**
 * Says that a page could not be shown and offers to try again. Shows the id under which the server logged the error,
 * never the error. Brings its own words, because the page that would have brought them is what failed.
 */
export function Failure({ error, retry }: FailureProps) {
  const words = document.documentElement.lang === "en" ? english : german;
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  return (
    <div className="max-w-measure py-8">
      <title>{`${words.title} · Lotse`}</title>
      <h1 className="text-2xl">{words.title}</h1>
      <p className="my-4">{words.text}</p>
      <Button variant="primary" onClick={() => retry()}>
        {words.retry}
      </Button>
      {digest && <p className="mt-8 text-sm text-ink-soft">{words.reference.replace("{id}", digest)}</p>}
    </div>
  );
}
