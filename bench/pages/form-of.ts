/**
 * The values that a browser without JavaScript sends for the form of a page that has a field of this name: hidden
 * fields, which name the action, and what is filled in or ticked. Throws when the page has no such form.
 */
export function formOf(html: string, field: string): Record<string, string> {
  const forms = html.match(/<form\b.*?<\/form>/gs) ?? [];
  const form = forms.find((each) => each.includes(` name="${field}"`));
  if (!form) throw new Error(`no form with a field ${field}`);
  const values: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attributeOf(input, "type") ?? "text";
    const name = attributeOf(input, "name");
    if (!name || (["radio", "checkbox"].includes(type) && !/\schecked(=|\s|\/|>)/.test(input))) continue;
    values[name] = attributeOf(input, "value") ?? "";
  }
  return values;
}

const entities: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'", "#39": "'" };

function attributeOf(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replaceAll(/&([#\w]+);/g, (whole, entity: string) => entities[entity] ?? whole);
}
