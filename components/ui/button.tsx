import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";

type ButtonProps = Omit<ComponentProps<"button">, "className"> & { variant?: ButtonVariant };

/** A button that needs no form; in a form use SubmitButton. */
export function Button({ variant = "quiet", type = "button", ...rest }: ButtonProps) {
  return <button type={type} {...rest} className={buttonClass(variant)} />;
}

type ButtonLinkProps = Omit<ComponentProps<typeof Link>, "className"> & { variant?: ButtonVariant };

/** A link that looks like a button because it is the next step. */
export function ButtonLink({ variant = "primary", ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={buttonClass(variant)} />;
}
