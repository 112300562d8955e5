"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

/** Shows the page anew every few seconds while it is looked at; without JavaScript the browser reloads it. */
export function AutoRefresh({ everySeconds }: { everySeconds: number }) {
  const router = useRouter();
  const [refreshing, startRefresh] = useTransition();
  // Where an answer takes longer than the interval, requests would overtake each other and none would ever be shown.
  const busy = useRef(false);
  useEffect(() => {
    busy.current = refreshing;
  }, [refreshing]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && !busy.current) startRefresh(() => router.refresh());
    }, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [router, everySeconds]);
  const reload = `<meta http-equiv="refresh" content="${Math.max(5, everySeconds)}">`;
  return <noscript dangerouslySetInnerHTML={{ __html: reload }} />;
}
