/** Metres of the equator of the sphere that web maps are drawn on (Web Mercator, WGS 84 major axis). */
const EQUATOR = 2 * Math.PI * 6378137;
/** Pixels of the world at zoom 0 (MapLibre draws tiles of 512). */
const WORLD = 512;

export interface ScaleBar {
  readonly metres: number;
  readonly pixels: number;
  /** `500 m` or `2 km` */
  readonly label: string;
}

/** Metres of a pixel at a latitude. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (EQUATOR * Math.cos((lat * Math.PI) / 180)) / (WORLD * 2 ** zoom);
}

/** The longest bar of 1, 2 or 5 times a power of ten metres that has room. */
export function scaleBarOf(lat: number, zoom: number, room: number): ScaleBar {
  const perPixel = metresPerPixel(lat, zoom);
  const most = perPixel * room;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((n) => n * power).find((length) => length <= most) ?? power;
  const label =
    metres >= 1000 ? `${metres / 1000} km` : metres >= 1 ? `${metres} m` : `${Math.round(metres * 100)} cm`;
  return { metres, pixels: Math.round(metres / perPixel), label };
}
