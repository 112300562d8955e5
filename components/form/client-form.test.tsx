import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Checkbox } from "./checkbox";
import { CheckboxCards } from "./checkbox-cards";
import { ClientForm } from "./client-form";
import { DateField } from "./date-field";
import { type FormState, errorState, idleState } from "./form-state";
import { RadioCards } from "./radio-cards";
import { Select } from "./select";
import { TextArea } from "./text-area";
import { TextInput } from "./text-input";

const words = {
  optional: "freiwillig",
  error: "Fehler:",
  summaryTitle: "Bitte prüfen",
  pending: "…",
  day: "Tag",
  month: "Monat",
  year: "Jahr",
};
const options = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
];
const names = ["text", "area", "choice", "radio", "boxes", "born", "consent", "address.postalCode"];

function html(state: FormState): string {
  return renderToStaticMarkup(
    <ClientForm id="form" action={async (previous) => previous} initial={state} words={words} summary>
      <TextInput name="text" label="Text" hint="Hinweis" defaultValue="vorher" />
      <TextInput name="address.postalCode" label="PLZ" />
      <TextInput name="password" label="Passwort" type="password" />
      <TextArea name="area" label="Lang" />
      <Select name="choice" label="Wahl" options={options} defaultValue="a" />
      <RadioCards name="radio" label="Eins" options={options} defaultValue="a" />
      <CheckboxCards name="boxes" label="Mehrere" options={options} defaultValue={["a"]} />
      <DateField name="born" label="Geboren" />
      <Checkbox name="consent" label="Ja" defaultChecked />
    </ClientForm>,
  );
}

const tagWith = (markup: string, part: string) =>
  [...markup.matchAll(/<(?:input|textarea|select|fieldset|option)[^>]*>/g)]
    .map(String)
    .find((tag) => tag.includes(part));

describe("a form with errors", () => {
  const errors = Object.fromEntries(names.map((name) => [name, `Bitte ${name} ändern.`]));
  const markup = html(errorState({}, errors));
  const ids = new Set([...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));

  it.each(names)("the summary leads to a control of %s that exists", (name) => {
    const link = new RegExp(`<a href="#([^"]+)"[^>]*>Bitte ${name.replace(".", "\\.")} ändern`).exec(
      markup,
    )?.[1];
    expect(link).toBeDefined();
    expect(tagWith(markup, `id="${link}"`)).toMatch(/^<(input|textarea|select)/);
  });

  it("every description that a control names is on the page, each id once", () => {
    const named = [...markup.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(([, list = ""]) =>
      list.split(" "),
    );
    expect(named.length).toBeGreaterThanOrEqual(names.length);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect([...markup.matchAll(/ id="/g)].length).toBe(ids.size);
  });

  it("each error stands at its field too, announced as an error", () => {
    for (const name of names) {
      expect(markup).toMatch(new RegExp(`Fehler: </span>Bitte ${name.replace(".", "\\.")} ändern\\.</p>`));
    }
  });
});

describe("what was typed", () => {
  const typed = {
    text: "neu",
    area: "Zeile",
    choice: "b",
    radio: "b",
    boxes: ["b"],
    "born.year": "1988",
    password: "geheim",
  };
  const markup = html(errorState(typed, { text: "x" }));

  it("comes back in every kind of field", () => {
    expect(tagWith(markup, 'name="text"')).toContain('value="neu"');
    expect(markup).toContain(">Zeile</textarea>");
    expect(tagWith(markup, 'name="born.year"')).toContain('value="1988"');
    expect(markup).toMatch(/<option value="b" selected="">/);
    const ticked = [...markup.matchAll(/<input[^>]*checked=""[^>]*>/g)].map(String);
    expect(ticked.map((tag) => /name="(\w+)"/.exec(tag)?.[1])).toEqual(["radio", "boxes"]);
    expect(ticked.every((tag) => tag.includes('value="b"'))).toBe(true);
  });

  it("a box that was unticked stays unticked although it was ticked before", () => {
    expect(tagWith(markup, 'name="consent"')).not.toContain("checked");
    expect(tagWith(html(idleState()), 'name="consent"')).toContain("checked");
  });

  it("a password is never written into the page", () => {
    expect(markup).not.toContain("geheim");
  });
});
