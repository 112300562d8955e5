import { notFound } from "next/navigation";
import { textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import type { FormValues } from "./form-action";

/** The id in the address of a page; anything that cannot be one is a page that does not exist. */
export async function idOf(params: Promise<{ id: string }>): Promise<string> {
  const { id } = await params;
  if (!isId(id)) notFound();
  return id;
}

/** What a verb found; its `not-found` becomes the page that says so. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  }
}

/** The id that a form carries along; throws `not-found` for anything that cannot be one. */
export function idIn(values: FormValues, name = "id"): string {
  const id = textOf(values, name);
  if (!isId(id)) throw new AppError("not-found", "not_found");
  return id;
}

export const isId = (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
