/** Raster tiles of another server that lie under the layers, as the administrator names them. */
export interface BasemapSettings {
  /**
   * Address of a tile in Web Mercator: XYZ with `{z}`, `{x}`, `{y}`, or a WMTS GetTile (KVP or REST) with `{TileMatrix}`, `{TileCol}`, `{TileRow}`.
   * Any key stands in it; it never leaves this server.
   */
  readonly template: string;
  /** Whose map it is, shown on the map: for 天地图 with its 审图号. */
  readonly attribution: string;
}

/** Names of the same three numbers in WMTS. */
const wmts = { TileMatrix: 'z', TileCol: 'x', TileRow: 'y' } as const;

/** What is wrong with a template, in Chinese; undefined where it is one. */
export function templateFault(template: string): string | undefined {
  let url: URL;
  try {
    url = new URL(template);
  } catch {
    return '不是完整的网址';
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return '应以 https:// 或 http:// 开头';
  const names = namesIn(template);
  const missing = ['z', 'x', 'y'].filter((name) => !names.has(name));
  return missing.length > 0
    ? `缺少 ${missing.map((name) => `{${name}}`).join('、')}（WMTS 也可写 {TileMatrix}、{TileCol}、{TileRow}）`
    : undefined;
}

/** Address of one tile. */
export function tileAddress(template: string, z: number, x: number, y: number): string {
  const values: Readonly<Record<string, number>> = { z, x, y };
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[wmts[name as keyof typeof wmts] ?? name];
    return value === undefined ? whole : String(value);
  });
}

function namesIn(template: string): ReadonlySet<string> {
  return new Set(
    [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => wmts[name as keyof typeof wmts] ?? name!),
  );
}
