"use client";

import { useEffect, useRef } from "react";

type Props = { form: string; name: string; label: string };

/** Ticks every row of this page, or none; shows a dash when only some are ticked. Hidden without JavaScript. */
export function SelectAll({ form, name, label }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const all = box.current;
    if (!all) return;
    all.hidden = false;
    const rows = () => [
      ...document.querySelectorAll<HTMLInputElement>(
        `input[type=checkbox][form="${CSS.escape(form)}"][name="${CSS.escape(name)}"]`,
      ),
    ];
    const show = () => {
      const ticked = rows().filter((row) => row.checked).length;
      all.checked = ticked > 0 && ticked === rows().length;
      all.indeterminate = ticked > 0 && !all.checked;
    };
    const onChange = (event: Event) => {
      if (event.target === all) for (const row of rows()) row.checked = all.checked;
      show();
    };
    show();
    document.addEventListener("change", onChange);
    return () => document.removeEventListener("change", onChange);
  }, [form, name]);
  return <input ref={box} type="checkbox" hidden aria-label={label} className="size-4.5 cursor-pointer" />;
}
