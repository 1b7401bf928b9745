/** What the name of a delivered file says (standards.md §2.7). */
export interface DeliveryName {
  readonly adcode: string;
  readonly region: string;
  readonly kind: 'plan' | 'maintenance' | 'boundary-management';
  readonly level?: '市级' | '县级';
  readonly year?: number;
}

const patterns: readonly { readonly kind: DeliveryName['kind']; readonly pattern: RegExp }[] = [
  {
    kind: 'maintenance',
    pattern:
      /^(?<adcode>\d{6})(?<region>.+?)(?<year>\d{4})年度(?<level>县级)国土空间总体规划动态维护(?:\.gdb)?(?:\.zip)?$/,
  },
  {
    kind: 'plan',
    pattern:
      /^(?<adcode>\d{6})(?<region>.+?)(?<level>市级|县级)?国土空间(?:总体)?规划矢量数据(?:\.gdb)?(?:\.zip)?$/,
  },
  {
    kind: 'boundary-management',
    pattern: /^(?<adcode>\d{6})(?<region>.*?)城镇开发边界管理(?:成果)?(?<date>\d{8})?(?:\.gdb)?(?:\.zip)?$/,
  },
];

/** Reads a file or folder name by the patterns of deliveries; undefined where it fits none. */
export function parseDeliveryName(fileName: string): DeliveryName | undefined {
  for (const { kind, pattern } of patterns) {
    const groups = pattern.exec(fileName)?.groups;
    if (!groups) continue;
    const { adcode, region, level, year } = groups;
    return {
      adcode: adcode!,
      region: region!,
      kind,
      ...(level === undefined ? {} : { level: level as '市级' | '县级' }),
      ...(year === undefined ? {} : { year: Number(year) }),
    };
  }
  return undefined;
}
