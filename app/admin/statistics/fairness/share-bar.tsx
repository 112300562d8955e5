/** A share as a bar; the text beside it says the same. */
export function ShareBar({ share, text }: { share: number; text: string }) {
  return (
    <span className="flex min-w-0 items-center gap-2 whitespace-nowrap max-md:justify-end">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-24 min-w-6" aria-hidden="true">
        <rect width="100" height="8" className="fill-well" />
        <rect width={Math.round(share * 100)} height="8" className="fill-main" />
      </svg>
      {text}
    </span>
  );
}
