import type { ReactNode } from "react";

type Props = {
  title?: ReactNode;
  heading?: "h2" | "h3";
  /** Small buttons or a badge beside the title. */
  aside?: ReactNode;
  id?: string;
  children: ReactNode;
};

/** A part of a page that stands for itself, on a lighter sheet. */
export function Card({ title, heading: Heading = "h2", aside, id, children }: Props) {
  return (
    <section id={id} className="rounded border border-line bg-sheet p-4 sm:p-5">
      {(title || aside) && (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          {title && <Heading className="text-[1.1em] font-semibold">{title}</Heading>}
          {aside && <div className="flex flex-wrap items-center gap-2">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
