import type { ReactNode } from "react";

type Props = { children: ReactNode; className?: string };

/** Running text: headings, paragraphs and lists in a readable measure with even distances. */
export function Prose({ children, className = "" }: Props) {
  return (
    <div
      className={`max-w-measure [&_a]:link [&_h1]:mb-6 [&_h1]:text-2xl sm:[&_h1]:text-3xl [&_h2]:mt-10 [&_h2]:mb-3 [&_h2]:text-xl [&_h3]:mt-6 [&_h3]:mb-2 [&_h3]:text-lg [&_li]:my-1.5 [&_ol]:my-4 [&_ol]:list-decimal [&_ol]:pl-6 [&_p]:my-4 [&_ul]:my-4 [&_ul]:list-disc [&_ul]:pl-6 ${className}`}
    >
      {children}
    </div>
  );
}
