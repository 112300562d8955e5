"use client";

import { useEffect, useState } from "react";
import { StaffBanner } from "./staff-banner";

const warnBeforeMs = 15 * 60 * 1000;

/** Says in good time that the sign-in ends, so that nothing typed is lost. */
export function SessionEnd({ endsAt, words }: { endsAt: number; words: string }) {
  const [ending, setEnding] = useState(false);
  useEffect(() => {
    const untilWarning = Math.max(0, endsAt - warnBeforeMs - Date.now());
    const timer = setTimeout(() => setEnding(true), untilWarning);
    return () => clearTimeout(timer);
  }, [endsAt]);
  return <div role="status">{ending && <StaffBanner tone="danger">{words}</StaffBanner>}</div>;
}
