import type { Option } from "./program";
import { UsageError } from "./usage-error";

/** A switch, off unless named. */
export function flag(help: string): Option<boolean> {
  return { help, placeholder: null, read: (given) => given.length > 0 };
}

/** A whole number. */
export function count(fallback: number, help: string, least = 1): Option<number> {
  const read = ([text]: readonly string[], name: string) => {
    if (text === undefined) return fallback;
    const value = numberIn(text);
    if (!Number.isSafeInteger(value) || value < least)
      throw new UsageError(`${name} takes a whole number of ${least} or more, not “${text}”.`);
    return value;
  };
  return { help: `${help} (${fallback})`, placeholder: "N", read };
}

/** Some text; null when it is not given. */
export function text(placeholder: string, help: string): Option<string | null> {
  return { help, placeholder, read: ([value]) => value ?? null };
}

/** Several texts, one after the other. */
export function texts(placeholder: string, help: string): Option<string[]> {
  return { help, placeholder, many: true, read: (given) => [...given] };
}

/** The same option, but it has to be given. */
export function required<Value>(option: Option<Value>): Option<Exclude<Value, null>> {
  return { ...option, isRequired: true, read: option.read as Option<Exclude<Value, null>>["read"] };
}

/** Positive numbers with commas between them. */
export function numberList(fallback: readonly number[], help: string): Option<number[]> {
  const read = ([text]: readonly string[], name: string) => {
    if (text === undefined) return [...fallback];
    const values = text.split(",").map(numberIn);
    if (!values.every((value) => value > 0))
      throw new UsageError(`${name} takes numbers such as ${fallback.join(",")}, not “${text}”.`);
    return values;
  };
  return { help: `${help} (${fallback.join(",")})`, placeholder: "N,N...", read };
}

/** Some of the known names with commas between them; all by default. */
export function someOf<Name extends string>(names: readonly Name[], help: string): Option<Name[]> {
  const read = ([text]: readonly string[], name: string) => {
    const wanted = text === undefined ? names : text.split(",");
    const unknown = wanted.find((each) => !names.includes(each as Name));
    if (unknown !== undefined)
      throw new UsageError(`${name} knows no “${unknown}”: choose among ${names.join(", ")}.`);
    return names.filter((each) => wanted.includes(each));
  };
  return { help: `${help} (${names.join(",")})`, placeholder: "NAME,NAME...", read };
}

/** Numbers for some of the known names, as NAME=VALUE. */
export function numbersFor(names: readonly string[], help: string): Option<Record<string, number>> {
  const read = (given: readonly string[], name: string) =>
    Object.fromEntries(
      given.map((pair): [string, number] => {
        const [key = "", value = ""] = pair.split("=");
        if (!names.includes(key))
          throw new UsageError(`${name} knows no “${key}”: choose among ${names.join(", ")}.`);
        if (Number.isNaN(numberIn(value)))
          throw new UsageError(`${name} ${key} takes a number, not “${value}”.`);
        return [key, numberIn(value)];
      }),
    );
  return { help, placeholder: "NAME=VALUE", many: true, read };
}

/** As `Number`, but nothing is not 0. */
function numberIn(value: string): number {
  return value.trim() === "" ? NaN : Number(value);
}
