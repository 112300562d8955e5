"use client";

import { useId, useState } from "react";

type Props = {
  name: string;
  label: string;
  hint: string;
  accept: string;
  maxBytes: number;
  /** What is said, at once, of a file that is too big to be sent. */
  tooBig: string;
};

/** A file to upload; one that is too big is refused before it is sent for nothing. */
export function FileField({ name, label, hint, accept, maxBytes, tooBig }: Props) {
  const id = useId();
  const [refused, setRefused] = useState(false);
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="mt-1 text-ink-soft">
        {hint}
      </p>
      <p role="alert" className="font-semibold text-bad-ink">
        {refused && tooBig}
      </p>
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        aria-describedby={`${id}-hint`}
        className="control mt-2 max-w-160 py-1.5 file:mr-3 file:rounded file:border file:border-edge file:bg-well file:px-3"
        onChange={(event) => {
          const isTooBig = (event.target.files?.[0]?.size ?? 0) > maxBytes;
          if (isTooBig) event.target.value = "";
          setRefused(isTooBig);
        }}
      />
    </div>
  );
}
