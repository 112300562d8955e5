"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useEffect, useRef } from "react";
import { Badge, type Tone } from "../../ui/badge";

/** A record of the list: what it is called, a few words about it, and what stands out. */
export type WorkLine = { href: string; name: string; about: string; marks: { tone: Tone; text: string }[] };

type Props = { lines: WorkLine[]; selected: string | undefined };

/**
 * The records that wait, each a link. Plain links and data alone, since there are fifty of them: rendered from elements,
 * the list would be the heaviest part of the page. What is selected stays in view.
 */
export function WorkList({ lines, selected }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const router = useRouter();
  useEffect(() => {
    if (selected && list.current) bringIntoView(list.current);
  }, [selected]);

  function go(event: MouseEvent<HTMLAnchorElement>): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(event.currentTarget.getAttribute("href")!, { scroll: false });
  }

  return (
    <ul ref={list} className="work-list">
      {lines.map(({ href, name, about, marks }) => (
        <li key={href}>
          <a href={href} onClick={go} aria-current={href === selected ? "true" : undefined}>
            <b>{name}</b>
            <small>{about}</small>
            {marks.length > 0 && (
              <span>
                {marks.map(({ tone, text }) => (
                  <Badge key={text} tone={tone}>
                    {text}
                  </Badge>
                ))}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Moves the frame around the list, and not the page. */
function bringIntoView(list: HTMLUListElement): void {
  const link = list.querySelector('[aria-current="true"]')?.getBoundingClientRect();
  const frame = list.parentElement!;
  const { top, bottom: end } = frame.getBoundingClientRect();
  const bottom = Math.min(end, window.innerHeight);
  if (!link || bottom <= top) return;
  if (link.top < top) frame.scrollTop -= top - link.top;
  else if (link.bottom > bottom) frame.scrollTop += link.bottom - bottom;
}
