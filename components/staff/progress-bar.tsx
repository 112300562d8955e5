type Props = {
  label: string;
  done: number;
  /** 0 while it is not known. */
  total: number;
  /** The same in words: counts and the time that is left. */
  text: string;
};

/** How far long work is. */
export function ProgressBar({ label, done, total, text }: Props) {
  return (
    <div role="group" aria-label={label}>
      <p className="font-semibold">{label}</p>
      <progress
        aria-label={label}
        className="mt-1 h-2 w-full appearance-none overflow-hidden rounded bg-line [&::-moz-progress-bar]:bg-main [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-main"
        {...(total > 0 ? { value: done, max: total } : {})}
      />
      <p className="mt-1 text-sm text-ink-soft tabular-nums">{text}</p>
    </div>
  );
}
