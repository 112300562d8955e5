"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { FormMessage } from "./form-message";

/** What a form did, on top of it; comes into view, since the button that was pressed may be far below. */
export function FormDone({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers return a promise here, which is no clean-up.
    void place.current?.scrollIntoView({ block: "nearest" });
  }, [children]);
  return (
    <div ref={place} className="scroll-my-16">
      <FormMessage tone="good">{children}</FormMessage>
    </div>
  );
}
