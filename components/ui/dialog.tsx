"use client";

import { type ReactNode, useId, useRef } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";

type Props = {
  /** The words on the button that opens it. */
  trigger: ReactNode;
  variant?: ButtonVariant;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
};

/**
 * A button and the native dialog it opens: for a question or a short form that belongs to the page behind it. The
 * browser keeps the focus inside, closes on Escape and gives the focus back. Without JavaScript the button does
 * nothing, so never the only way to something.
 */
export function Dialog({ trigger, variant = "quiet", title, closeLabel, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <button type="button" className={buttonClass(variant)} onClick={() => dialog.current?.showModal()}>
        {trigger}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded bg-sheet text-left text-ink shadow-float backdrop:bg-veil"
      >
        <div className="p-5 sm:p-6">
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-xl">
              {title}
            </h2>
            <button
              type="button"
              aria-label={closeLabel}
              className="-mt-1 -mr-2 grid size-9 shrink-0 cursor-pointer place-items-center rounded hover:bg-well"
              onClick={() => dialog.current?.close()}
            >
              <svg viewBox="0 0 20 20" className="size-5" fill="none" aria-hidden="true">
                <path
                  d="M5 5l10 10M15 5 5 15"
                  stroke="currentColor"
                  strokeWidth="1.8"
                  strokeLinecap="round"
                />
              </svg>
            </button>
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}
