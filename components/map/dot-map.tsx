import type { ReactNode } from "react";

type Place = { lat: number; lon: number };
type View = { south: number; north: number; west: number; east: number };

/** Where somebody lives, coarsely: a number to find them by, and how far they can travel. */
export type MapArea = { place: Place; label: string; reachKm: number | null };

type Props = {
  view: View;
  /** What shows where land is. */
  land: readonly Place[];
  areas: readonly MapArea[];
  sites: readonly Place[];
  /** Everything that the picture tells, in words. */
  alternative: string;
  /** The signs, explained. */
  children: ReactNode;
};

const width = 360;
const kmPerDegree = 111.2;
const markSize = 11;

/**
 * Places on a land of dots, drawn on the server as one small picture: no tiles, no script, nobody else is asked.
 * Colours and shapes differ together.
 */
export function DotMap({ view, land, areas, sites, alternative, children }: Props) {
  const { height, pixelsPerKm, at } = projection(view);
  const marks = spread(
    areas.map(({ place, ...area }) => ({ ...area, ...at(place) })),
    sites.map(at),
  );
  return (
    <figure>
      <svg
        role="img"
        aria-label={alternative}
        viewBox={`0 0 ${width} ${height}`}
        className="block w-full overflow-hidden rounded border border-line bg-well"
      >
        <path
          d={dots(land.map(at))}
          className="fill-none stroke-edge/70"
          strokeWidth="4"
          strokeLinecap="round"
        />
        {areas.map(({ place, label, reachKm }) => {
          if (reachKm === null) return null;
          const { x, y } = at(place);
          const radius = Math.round(reachKm * pixelsPerKm);
          return (
            <circle
              key={label}
              cx={x}
              cy={y}
              r={radius}
              className="fill-none stroke-main/70"
              strokeDasharray="4 4"
            />
          );
        })}
        {sites.map(at).map(({ x, y }) => (
          <path
            key={`${x} ${y}`}
            d={`M${x} ${y - 11}l11 11-11 11-11-11z`}
            className="fill-accent stroke-needs-ink"
            strokeWidth="1.5"
          />
        ))}
        {marks.map(({ label, x, y }) => (
          <g key={label}>
            <circle cx={x} cy={y} r={markSize} className="fill-main stroke-sheet" strokeWidth="1.5" />
            <text x={x} y={y + 4.5} textAnchor="middle" fontSize="13" className="fill-on-main font-semibold">
              {label}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="mt-1 text-sm text-ink-soft">{children}</figcaption>
    </figure>
  );
}

type Mark = { label: string; x: number; y: number };

/** Degrees become whole pixels: as wide as the picture, as high as the land is there. */
function projection({ south, north, west, east }: View) {
  const kmPerLon = kmPerDegree * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const pixelsPerKm = width / ((east - west) * kmPerLon);
  const height = Math.round((north - south) * kmPerDegree * pixelsPerKm);
  const at = ({ lat, lon }: Place) => ({
    x: Math.round((lon - west) * kmPerLon * pixelsPerKm),
    y: Math.round((north - lat) * kmPerDegree * pixelsPerKm),
  });
  return { height, pixelsPerKm, at };
}

/** One path for all dots: ten bytes each. */
function dots(points: readonly { x: number; y: number }[]): string {
  return points.map(({ x, y }) => `M${x} ${y}h0`).join("");
}

/** Who lives in the same place is drawn side by side, and beside a practice there. */
function spread(marks: readonly Mark[], sites: readonly { x: number; y: number }[]): Mark[] {
  const placed: { x: number; y: number }[] = [...sites];
  return marks.map((mark) => {
    const step = mark.x > width / 2 ? -4 : 4;
    let { x } = mark;
    while (placed.some((other) => Math.hypot(other.x - x, other.y - mark.y) < 2 * markSize)) x += step;
    placed.push({ x, y: mark.y });
    return { ...mark, x };
  });
}
