/** Pixels of the world at zoom 0 (MapLibre draws tiles of 512). */
const WORLD = 512;
/** Metres of the equator of the sphere that web maps are drawn on. */
const EQUATOR = 2 * Math.PI * 6378137;
/** Pixels of CSS in a millimetre. */
export const PIXELS_PER_MM = 96 / 25.4;

/** A view of a map of so many CSS pixels. */
export interface MapView {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

const mercatorY = (lat: number): number => {
  const sin = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
};
const latitude = (y: number): number => (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90;

/** Where a place lies in a view, pixels from its upper left corner. */
export function toPixel(view: MapView, lon: number, lat: number): readonly [x: number, y: number] {
  const size = WORLD * 2 ** view.zoom;
  return [
    ((lon - view.lon) / 360) * size + view.width / 2,
    (mercatorY(lat) - mercatorY(view.lat)) * size + view.height / 2,
  ];
}

/** The place at a pixel of a view. */
export function toPlace(view: MapView, x: number, y: number): readonly [lon: number, lat: number] {
  const size = WORLD * 2 ** view.zoom;
  return [
    view.lon + ((x - view.width / 2) / size) * 360,
    latitude(mercatorY(view.lat) + (y - view.height / 2) / size),
  ];
}

/** The zoom at which a map is 1 : `ratio` on paper, at a latitude. */
export function zoomOf(ratio: number, lat: number): number {
  const metresPerPixel = ratio / (PIXELS_PER_MM * 1000);
  return Math.log2((EQUATOR * Math.cos((lat * Math.PI) / 180)) / (WORLD * metresPerPixel));
}

/** The ratio on paper of a zoom at a latitude: 1 : so much. */
export function ratioOf(zoom: number, lat: number): number {
  return ((EQUATOR * Math.cos((lat * Math.PI) / 180)) / (WORLD * 2 ** zoom)) * PIXELS_PER_MM * 1000;
}

/** The zoom at which a view shows at least what a map of another size shows. */
export function zoomToHold(
  zoom: number,
  from: readonly [number, number],
  to: readonly [number, number],
): number {
  return zoom + Math.log2(Math.min(to[0] / from[0], to[1] / from[1]));
}

/** Degrees between two lines of a grid: round parts of a degree. */
const steps = [
  1 / 3600,
  5 / 3600,
  15 / 3600,
  30 / 3600,
  1 / 60,
  2 / 60,
  5 / 60,
  10 / 60,
  20 / 60,
  0.5,
  1,
  2,
  5,
];

/** Lines of longitude or latitude between two values: some three to six. */
export function gridLines(from: number, to: number): readonly number[] {
  const step = steps.find((one) => (to - from) / one <= 6) ?? 10;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

/** `132°05′`, with seconds where there are any. */
export function degreesText(degrees: number): string {
  const seconds = Math.round(Math.abs(degrees) * 3600);
  const [d, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${degrees < 0 ? '−' : ''}${d}°${two(m)}′${s === 0 ? '' : `${two(s)}″`}`;
}
