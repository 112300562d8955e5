type Props = { className?: string };

/**
 * The word "Lotse": its L is the harbour wall that holds a light. Takes its colour from the text around it and its
 * size from the class; the link or heading around it carries the name.
 */
export function Logo({ className = "h-8" }: Props) {
  return (
    <svg
      viewBox="1 1 84.5 29"
      className={`w-auto ${className}`}
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <g stroke="currentColor" strokeLinecap="round" strokeLinejoin="round">
        <path strokeWidth="4.2" d="M3.5 4.5v12.7a9 9 0 0 0 9 9h4.8" />
        <g strokeWidth="3.1" transform="translate(21.5 0)">
          <circle cx="7.5" cy="20" r="6.2" />
          <path d="M21.2 8v13.6a4.6 4.6 0 0 0 4.6 4.6h1M17 14h9.2" />
          <path d="M41.2 15.5c-1-1.2-2.6-1.8-4.4-1.8-2.5 0-4.4 1.1-4.4 3.1 0 4.4 9.2 2.1 9.2 6.3 0 2-2.1 3.1-4.7 3.1-2.1 0-3.9-.8-5-2.2" />
          <path d="M47.4 20h12.2a6.1 6.2 0 1 0-1.9 4.5" />
        </g>
      </g>
      <circle cx="13.4" cy="13.6" r="4" fill="var(--color-accent)" />
    </svg>
  );
}
