import type { ReactNode } from "react";

type Props = { children: ReactNode; className?: string };

/** Running text: headings, paragraphs and lists in a readable measure with even distances. */
export function Prose({ children, className = "" }: Props) {
  return (
    <div
      className={`max-w-measure [&>div]:my-5 [&_a]:link [&>h1]:mb-6 [&>h1]:text-2xl sm:[&>h1]:text-3xl [&>h2]:mt-10 [&>h2]:mb-3 [&>h2]:text-xl [&>h3]:mt-6 [&>h3]:mb-2 [&>h3]:text-lg [&_li]:my-1.5 [&>ol]:my-4 [&>ol]:list-decimal [&>ol]:pl-6 [&>p]:my-4 [&>ul]:my-4 [&>ul]:list-disc [&>ul]:pl-6 ${className}`}
    >
      {children}
    </div>
  );
}
