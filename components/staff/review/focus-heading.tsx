"use client";

import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  id: string;
  level?: 2 | 3;
  /** Takes the focus when this changes to something: after a decision the button that had it is gone. */
  moment?: string;
  className?: string;
  children: ReactNode;
};

/** The heading of what is under review. */
export function FocusHeading({ id, level = 2, moment, className, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const Heading = `h${level}` as const;
  useEffect(() => {
    if (moment) heading.current?.focus({ preventScroll: true });
  }, [moment]);
  return (
    <Heading id={id} ref={heading} tabIndex={-1} className={className}>
      {children}
    </Heading>
  );
}
