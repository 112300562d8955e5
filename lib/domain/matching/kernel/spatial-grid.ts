import { earthRadiusKm, radians } from "../../geo/distance";

/**
 * Points on the globe sorted into cells of about 5 km, row by row from the south, so that the points near a place lie
 * in a few unbroken runs of `order`.
 */
export type SpatialGrid = {
  south: number;
  west: number;
  cellLat: number;
  cellLon: number;
  rows: number;
  columns: number;
  /** Where each cell begins in `order`; one more at the end. */
  cellStart: Int32Array;
  /** Positions of the points in the arrays that the grid was built from. */
  order: Int32Array;
};

/** Writes `first` and `last` (exclusive) positions in `order` for one row of cells. */
export type RunVisitor = (first: number, last: number) => void;

const cellLatDegrees = 0.05;
const cellLonDegrees = 0.08;
/** Far-flung data gets larger cells rather than millions of empty ones. */
const maxCellsPerSide = 1024;

/** Sorts the points with coordinates (degrees, NaN: none) into a grid. */
export function buildGrid(lat: Float64Array, lon: Float64Array): SpatialGrid {
  const located = Array.from(lat.keys()).filter(
    (point) => !Number.isNaN(lat[point]!) && !Number.isNaN(lon[point]!),
  );
  const box = boundsOf(located, lat, lon);
  const cellLat = Math.max(cellLatDegrees, (box.north - box.south) / maxCellsPerSide);
  const cellLon = Math.max(cellLonDegrees, (box.east - box.west) / maxCellsPerSide);
  const rows = Math.floor((box.north - box.south) / cellLat) + 1;
  const columns = Math.floor((box.east - box.west) / cellLon) + 1;
  const cellOf = (point: number) =>
    Math.floor((lat[point]! - box.south) / cellLat) * columns +
    Math.floor((lon[point]! - box.west) / cellLon);
  const cellStart = new Int32Array(rows * columns + 1);
  for (const point of located) cellStart[cellOf(point) + 1]!++;
  for (let cell = 0; cell < rows * columns; cell++) cellStart[cell + 1]! += cellStart[cell]!;
  const next = cellStart.slice();
  const order = new Int32Array(located.length);
  for (const point of located) order[next[cellOf(point)]!++] = point;
  return { south: box.south, west: box.west, cellLat, cellLon, rows, columns, cellStart, order };
}

/** Visits runs that hold every point within `km` of a place, and some beyond. */
export function visitRunsNear(
  grid: SpatialGrid,
  lat: number,
  lon: number,
  km: number,
  visit: RunVisitor,
): void {
  const reachLat = (km / earthRadiusKm) * (180 / Math.PI) + 1e-6;
  const reachLon = lonReachDegrees(lat, reachLat);
  const firstRow = clamp(Math.floor((lat - reachLat - grid.south) / grid.cellLat), 0, grid.rows);
  const lastRow = clamp(Math.floor((lat + reachLat - grid.south) / grid.cellLat), -1, grid.rows - 1);
  // A circle over a pole or over the 180th meridian takes whole rows.
  const whole = reachLon === null || lon - reachLon < -180 || lon + reachLon > 180;
  const firstColumn = whole
    ? 0
    : clamp(Math.floor((lon - reachLon - grid.west) / grid.cellLon), 0, grid.columns);
  const lastColumn = whole
    ? grid.columns - 1
    : clamp(Math.floor((lon + reachLon - grid.west) / grid.cellLon), -1, grid.columns - 1);
  if (firstColumn > lastColumn) return;
  for (let row = firstRow; row <= lastRow; row++) {
    const rowStart = row * grid.columns;
    visit(grid.cellStart[rowStart + firstColumn]!, grid.cellStart[rowStart + lastColumn + 1]!);
  }
}

/** Half the width in degrees of the narrowest band of meridians around a circle; null when it holds a pole. */
export function lonReachDegrees(lat: number, reachLat: number): number | null {
  if (Math.abs(lat) + reachLat >= 90) return null;
  return (
    (Math.asin(Math.min(1, Math.sin(radians(reachLat)) / Math.cos(radians(lat)))) * 180) / Math.PI + 1e-6
  );
}

function boundsOf(points: readonly number[], lat: Float64Array, lon: Float64Array) {
  const box = { south: Infinity, north: -Infinity, west: Infinity, east: -Infinity };
  for (const point of points) {
    box.south = Math.min(box.south, lat[point]!);
    box.north = Math.max(box.north, lat[point]!);
    box.west = Math.min(box.west, lon[point]!);
    box.east = Math.max(box.east, lon[point]!);
  }
  return points.length > 0 ? box : { south: 0, north: 0, west: 0, east: 0 };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
