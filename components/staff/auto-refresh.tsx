"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Shows the page anew every few seconds while it is looked at; without JavaScript the browser reloads it. */
export function AutoRefresh({ everySeconds }: { everySeconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [router, everySeconds]);
  const reload = `<meta http-equiv="refresh" content="${Math.max(5, everySeconds)}">`;
  return <noscript dangerouslySetInnerHTML={{ __html: reload }} />;
}
