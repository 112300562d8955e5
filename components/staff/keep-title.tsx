"use client";

import { useEffect } from "react";

/**
 * Keeps the title of the last page until the next one has its own: on the way from one to the other the framework takes
 * the old title away some moments before the new one is there, and a screen reader or a tab would have nothing to say.
 */
export function KeepTitle() {
  useEffect(() => {
    let last = document.title;
    let kept: HTMLTitleElement | null = null;
    const observer = new MutationObserver(() => {
      const titles = document.head.querySelectorAll("title");
      if (titles.length === 0) {
        kept = document.createElement("title");
        kept.textContent = last;
        document.head.append(kept);
      } else if (kept && titles.length > 1) {
        kept.remove();
        kept = null;
      }
      last = document.title;
    });
    observer.observe(document.head, { childList: true });
    return () => observer.disconnect();
  }, []);
  return null;
}
