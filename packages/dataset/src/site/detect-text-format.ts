import type { SiteFormat } from '@tuheng/standard';

const WKT =
  /^(SRID\s*=\s*\d+\s*;\s*)?(MULTI)?(POLYGON|POINT|LINESTRING|SURFACE|CURVE|GEOMETRYCOLLECTION|CURVEPOLYGON)\b/i;

/** The format of a text that describes a site, by its first characters; undefined where it looks like none. */
export function detectTextFormat(text: string): Exclude<SiteFormat, 'Shapefile'> | undefined {
  const head = text
    .slice(0, 4096)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (head.startsWith('{')) return 'GeoJSON';
  if (WKT.test(head)) return 'WKT';
  // A section in brackets, or a line of numbers that may begin with the name of a point.
  if (/^[[【]\s*[^\s\]】[{"\d-][^\n]*[\]】]/.test(head)) return '坐标文本';
  return /^[A-Za-z]{0,3}-?\d[^\n]*[,，;；\s]/.test(head) ? '坐标文本' : undefined;
}
