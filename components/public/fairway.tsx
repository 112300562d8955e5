/**
 * The picture on the first page: a way of small lights leads round the harbour wall to a light that waits. Drawn
 * from the same curve as the L of the word; says nothing that the text does not say.
 */
export function Fairway({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 420 360" className={className} fill="none" aria-hidden="true" focusable="false">
      <g stroke="var(--color-line)" strokeWidth="2" strokeLinecap="round">
        <path d="M196 330h196M150 300h242M226 270h166M268 240h124M300 210h92" strokeDasharray="46 18 90 26" />
      </g>
      <path
        d="M40 30v150a120 120 0 0 0 120 120h70"
        stroke="var(--color-main)"
        strokeWidth="26"
        strokeLinecap="round"
      />
      <path
        d="M396 318C330 322 262 300 268 252 272 218 330 214 322 178 316 152 250 160 196 138"
        stroke="var(--color-main)"
        strokeWidth="5"
        strokeLinecap="round"
        strokeDasharray="0.1 17"
      />
      <circle cx="158" cy="120" r="62" fill="var(--color-needs-wash)" />
      <circle cx="158" cy="120" r="34" fill="var(--color-accent)" />
    </svg>
  );
}
