export type ButtonVariant = "primary" | "quiet" | "danger" | "plain";

const base =
  "inline-flex min-h-(--control) cursor-pointer items-center justify-center gap-2 rounded border px-5 py-1.5 text-center font-semibold wrap-break-word no-underline transition-colors aria-disabled:cursor-default aria-disabled:opacity-70";

const variants: Record<ButtonVariant, string> = {
  /** The one thing to do on this page. */
  primary: "border-main bg-main text-on-main hover:border-main-strong hover:bg-main-strong",
  /** Anything else one can do. */
  quiet: "border-edge bg-sheet text-ink hover:border-ink-soft hover:bg-well",
  /** What cannot be undone. */
  danger: "border-bad bg-bad text-on-bad hover:border-bad-strong hover:bg-bad-strong",
  /** Inside lines of text and tables. */
  plain: "border-transparent px-2! text-main underline underline-offset-4 hover:text-main-strong",
};

/** The classes of everything that looks like a button. */
export function buttonClass(variant: ButtonVariant): string {
  return `${base} ${variants[variant]}`;
}
