"use client";

import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  id: string;
  /** Takes the focus when this changes to something: after a decision the button that had it is gone. */
  moment?: string;
  className?: string;
  children: ReactNode;
};

/** The heading of what is under review. */
export function FocusHeading({ id, moment, className, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moment) heading.current?.focus({ preventScroll: true });
  }, [moment]);
  return (
    <h2 id={id} ref={heading} tabIndex={-1} className={className}>
      {children}
    </h2>
  );
}
