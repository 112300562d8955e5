"use client";

import { useEffect, useRef } from "react";
import { buttonClass } from "../ui/button-class";
import { Kbd } from "../ui/kbd";

type Props = {
  openLabel: string;
  title: string;
  closeLabel: string;
  useLabel: string;
  /** What each key does; "1–6" stands for a span of keys. */
  keys: readonly (readonly [keys: string, words: string])[];
};

const storageName = "review-keys";

/**
 * Keys for the review, on top of links and buttons that are there anyway: `data-key` on a control names its key,
 * `data-item` numbers the patients. Can be switched off, for people who speak to their computer.
 */
export function ReviewKeys({ openLabel, title, closeLabel, useLabel, keys }: Props) {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape" && !sheet.current?.open && closeAround(event.target)) return;
      if (isTyping(event.target)) return;
      if (event.key === "?") sheet.current?.showModal();
      else if (sheet.current?.open || isOff() || !press(event.key)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className={`${buttonClass("quiet")} max-lg:hidden`}
        onClick={() => sheet.current?.showModal()}
      >
        {openLabel}
      </button>
      <dialog
        ref={sheet}
        aria-label={title}
        className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded bg-sheet p-6 text-ink shadow-float"
      >
        <h2 className="mb-4 text-xl">{title}</h2>
        <KeyList keys={keys} />
        <label className="mt-5 flex min-h-(--control) items-center gap-2">
          <input
            type="checkbox"
            className="size-4.5"
            ref={(box) => {
              if (box) box.checked = !isOff();
            }}
            onChange={(event) => localStorage.setItem(storageName, event.target.checked ? "on" : "off")}
          />
          {useLabel}
        </label>
        <form method="dialog" className="mt-4">
          <button className={buttonClass("quiet")}>{closeLabel}</button>
        </form>
      </dialog>
    </>
  );
}

function KeyList({ keys }: Pick<Props, "keys">) {
  return (
    <dl className="grid gap-2">
      {keys.map(([span, words]) => (
        <div key={span} className="flex items-baseline gap-4">
          <dt className="flex w-24 shrink-0 gap-1">
            {span.split(/(–)/).map((key) => (key === "–" ? key : <Kbd key={key}>{key}</Kbd>))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Does what a key stands for; false when it stands for nothing here. */
function press(key: string): boolean {
  if (/^[1-6]$/.test(key))
    return focusOn(`[data-item="${key}"] [data-drop]`) || focusOn(`[data-item="${key}"] a`);
  if (key === "x") {
    const here = document.activeElement?.closest("[data-item]")?.querySelector<HTMLElement>("[data-drop]");
    if (here) here.click();
    else return focusOn("[data-item] [data-drop]");
    return true;
  }
  if (!/^[a-z]$/.test(key)) return false;
  const control = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  control?.click();
  if (control?.tagName === "SUMMARY") firstField(control).focus();
  return control !== null;
}

/** The first control of what the key has opened; the summary itself where it has closed it. */
function firstField(summary: HTMLElement): HTMLElement {
  const details = summary.closest("details");
  const field = details?.open
    ? details.querySelector<HTMLElement>("select, textarea, input:not([type=hidden])")
    : null;
  return field ?? summary;
}

/** Escape leaves what a key has opened, so that the other keys count again. */
function closeAround(target: EventTarget | null): boolean {
  const opened = target instanceof HTMLElement ? target.closest("details[open]") : null;
  const summary = opened?.querySelector<HTMLElement>("summary[data-key]");
  if (!summary) return false;
  opened?.removeAttribute("open");
  summary.focus();
  return true;
}

function focusOn(selector: string): boolean {
  const target = document.querySelector<HTMLElement>(selector);
  target?.focus();
  return target !== null;
}

function isOff(): boolean {
  return localStorage.getItem(storageName) === "off";
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]")
  );
}
