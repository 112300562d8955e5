"use client";

import { Fieldset } from "@/components/form/fieldset";
import { useField } from "@/components/form/form-context";

type Props = {
  name: string;
  label: string;
  days: readonly { id: string; word: string }[];
  parts: readonly { id: string; word: string; hours: string }[];
};

/** Weekdays and parts of the day as a table of checkboxes; each whole cell is the target. */
export function TimesTable({ name, label, days, parts }: Props) {
  const field = useField(name);
  const chosen = field.list();
  return (
    <Fieldset legend={label} field={field}>
      <table key={chosen.join()} className="w-full max-w-lg table-fixed border-collapse">
        <thead>
          <tr>
            <th scope="col" className="w-23 sm:w-1/3">
              <span className="sr-only">{field.words?.day}</span>
            </th>
            {parts.map((part) => (
              <th key={part.id} scope="col" className="pb-2 text-center text-sm font-normal sm:text-base">
                {part.word}
                <span className="block text-ink-soft">{part.hours}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day, row) => (
            <tr key={day.id} className="border-t border-line">
              <th scope="row" className="pr-2 text-left text-base font-normal">
                {day.word}
              </th>
              {parts.map((part, column) => (
                <td key={part.id} className="p-0">
                  <label className="flex min-h-12 cursor-pointer items-center justify-center hover:bg-well has-checked:bg-main-wash has-focus-visible:outline-3 has-focus-visible:outline-focus">
                    <input
                      type="checkbox"
                      aria-label={`${day.word}, ${part.word}`}
                      id={row + column === 0 ? field.id : undefined}
                      name={name}
                      value={`${day.id}.${part.id}`}
                      defaultChecked={chosen.includes(`${day.id}.${part.id}`)}
                      className="size-[1.3em] focus-visible:outline-none"
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Fieldset>
  );
}
