type Props = { lines?: number };

/** Stands where lines will be, while they load; the page around it says what loads. */
export function Skeleton({ lines = 6 }: Props) {
  return (
    <div aria-hidden="true" className="grid gap-3">
      {Array.from({ length: lines }, (_, index) => (
        <span
          key={index}
          className="h-5 animate-wait rounded bg-line"
          style={{ width: `${[96, 82, 90, 68][index % 4]}%` }}
        />
      ))}
    </div>
  );
}
