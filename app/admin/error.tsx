"use client";

import { Button } from "@/components/ui/button";

// The boundary gets no words from the server, so the few it needs are here.
const words = {
  de: {
    title: "Das hat leider nicht geklappt",
    text: "Bitte versuchen Sie es noch einmal. Wenn es wieder nicht klappt, nennen Sie diese Kennung:",
    again: "Noch einmal versuchen",
  },
  en: {
    title: "Sorry, that did not work",
    text: "Please try again. If it still does not work, name this reference:",
    again: "Try again",
  },
};

export default function DeskError({ error, retry }: { error: unknown; retry: () => void }) {
  const language = typeof document !== "undefined" && document.documentElement.lang === "en" ? "en" : "de";
  const t = words[language];
  const digest = (error as { digest?: string } | null)?.digest;
  return (
    <div role="alert" className="grid max-w-measure justify-items-start gap-4">
      <h1 className="text-xl sm:text-2xl">{t.title}</h1>
      <p>
        {t.text} {digest ?? "–"}
      </p>
      <Button onClick={() => retry()}>{t.again}</Button>
    </div>
  );
}
