"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { buttonClass } from "../ui/button-class";

type Props = { openLabel: string; title: string; closeLabel: string; useLabel: string; children: ReactNode };

const storageName = "review-keys";

/**
 * Keys for the review, on top of links and buttons that are there anyway: `data-key` on a control names its key,
 * `data-item` numbers the patients. Can be switched off, for people who speak to their computer.
 */
export function ReviewKeys({ openLabel, title, closeLabel, useLabel, children }: Props) {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
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
        {children}
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
