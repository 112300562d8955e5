/**
 * The picture on the first page: a way of small lights leads round the harbour wall to a light that waits. Drawn
 * from the same curve as the L of the word; says nothing that the text does not say.
 */
export function Fairway({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 400 400" className={className} fill="none" aria-hidden="true" focusable="false">
      <circle cx="200" cy="200" r="196" fill="var(--color-main-wash)" />
      <g stroke="var(--color-main)" strokeOpacity="0.16" strokeWidth="3" strokeLinecap="round">
        <path d="M272 262h58m22 0h22M250 294h26m22 0h62M150 326h36m24 0h92M176 356h72" />
      </g>
      <path
        d="M98 92v96a88 88 0 0 0 88 88h40"
        stroke="var(--color-main)"
        strokeWidth="26"
        strokeLinecap="round"
      />
      <path
        d="M322 338c-60 8-74-32-34-58 44-29 36-70-18-86-30-9-46-24-54-42"
        stroke="var(--color-main)"
        strokeWidth="6"
        strokeLinecap="round"
        strokeDasharray="0.1 18"
      />
      <circle cx="204" cy="112" r="54" fill="var(--color-needs-wash)" />
      <circle cx="204" cy="112" r="30" fill="var(--color-accent)" />
    </svg>
  );
}
