"use client";

import { Fieldset } from "../form/fieldset";
import { useField } from "../form/form-context";

type Props = {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** The list to which an error about the field leads, when several lists share a name. */
  first?: boolean;
};

/** Many short choices as a dense list of checkboxes; several lists can share one name. */
export function BoxList({ name, label, options, first = false }: Props) {
  const field = useField(name);
  const chosen = field.list();
  return (
    <Fieldset legend={label} field={first ? field : undefined}>
      <div key={chosen.join()} className="grid">
        {options.map((option, index) => (
          <label
            key={option.value}
            className="flex min-h-8 cursor-pointer items-center gap-2 pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              id={first && index === 0 ? field.id : undefined}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className="size-4.5 shrink-0"
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
