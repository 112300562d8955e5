import type { APIRequestContext, APIResponse } from "@playwright/test";

type Fields = Record<string, string | readonly string[]>;

/**
 * Sends a form as a browser without JavaScript would, but with any values: fetches the page, takes the hidden fields
 * of the form with this id, and posts them with the given ones.
 */
export async function postForm(
  request: APIRequestContext,
  path: string,
  formId: string,
  fields: Fields,
  language = "de",
): Promise<APIResponse> {
  const headers = { "Accept-Language": language };
  const page = await (await request.get(path, { headers })).text();
  const form = new RegExp(`<form id="${formId}"[^>]*>(.*?)</form>`, "s").exec(page)?.[1];
  if (form === undefined) throw new Error(`There is no form "${formId}" on ${path}.`);
  const data = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = attribute(input, "name");
    if (name && !(name in fields)) data.append(name, attribute(input, "value"));
  }
  for (const [name, value] of Object.entries(fields))
    for (const single of [value].flat()) data.append(name, single);
  return request.post(path, {
    multipart: data,
    headers: { ...headers, Origin: process.env.E2E_URL! },
    maxRedirects: 0,
  });
}

function attribute(tag: string, name: string): string {
  const raw = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return raw
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
