import type { View } from './pane.ts';

/** `132.00512,47.25002,13.20`: six decimals are a decimetre. */
export function writeView({ lon, lat, zoom }: View): string {
  return `${lon.toFixed(6)},${lat.toFixed(6)},${zoom.toFixed(2)}`;
}

/** @returns undefined where the text is no view */
export function readView(text: string | null): View | undefined {
  const [lon, lat, zoom, ...more] = (text ?? '')
    .split(',')
    .map((part) => (part === '' ? Number.NaN : Number(part)));
  const isView =
    more.length === 0 && Math.abs(lon!) <= 180 && Math.abs(lat!) <= 85 && zoom! >= 0 && zoom! <= 24;
  return isView ? { lon: lon!, lat: lat!, zoom: zoom! } : undefined;
}
