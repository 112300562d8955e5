import type { ComponentProps } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";

type ButtonProps = Omit<ComponentProps<"button">, "className"> & { variant?: ButtonVariant };

/** A button that needs no form; in a form use SubmitButton. */
export function Button({ variant = "quiet", type = "button", ...rest }: ButtonProps) {
  return <button type={type} {...rest} className={buttonClass(variant)} />;
}

type ButtonLinkProps = Omit<ComponentProps<"a">, "className"> & { href: string; variant?: ButtonVariant };

/** A link that looks like a button because it is the next step. A plain link, so that public pages stay light. */
export function ButtonLink({ variant = "primary", children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={buttonClass(variant)}>
      {children}
    </a>
  );
}
