/** What the name of a delivered file says about it (standards.md §2.7). */
export interface DeliveryName {
  /** Six digits. */
  readonly adcode: string;
  /** 行政区名称; empty where the name has none. */
  readonly region: string;
  readonly level?: '市级' | '县级';
  readonly kind: 'plan' | 'maintenance' | 'boundary-management';
  /** The year of a maintenance, or of the date of a boundary-management package. */
  readonly year?: number;
}

/**
 * `plan` and `maintenance` as the requirements name them, with a `.zip` in place of or behind `.gdb`; `boundary-management`
 * as two real packages are named (331083玉环市城镇开发边界管理成果20231106.zip, 530102城镇开发边界管理.gdb).
 */
const patterns: readonly { readonly kind: DeliveryName['kind']; readonly pattern: RegExp }[] = [
  {
    kind: 'maintenance',
    pattern:
      /^(?<adcode>\d{6})(?<region>.+?)(?<year>\d{4})年度(?<level>县级)国土空间总体规划动态维护\.(gdb|zip|gdb\.zip)$/i,
  },
  {
    kind: 'plan',
    pattern:
      /^(?<adcode>\d{6})(?<region>.+?)(?<level>市级|县级)?国土空间(总体)?规划矢量数据\.(gdb|zip|gdb\.zip)$/i,
  },
  {
    kind: 'boundary-management',
    pattern:
      /^(?<adcode>\d{6})(?<region>.*?)城镇开发边界管理(成果)?((?<year>\d{4})\d{4})?\.(gdb|zip|gdb\.zip)$/i,
  },
];

/** Reads a file or folder name (no directories); undefined where it follows none of the patterns. */
export function parseDeliveryName(fileName: string): DeliveryName | undefined {
  for (const { kind, pattern } of patterns) {
    const groups = pattern.exec(fileName)?.groups;
    if (!groups) continue;
    const { adcode = '', region = '', level, year } = groups;
    return {
      adcode,
      region,
      kind,
      ...(level && { level: level as '市级' | '县级' }),
      ...(year && { year: Number(year) }),
    };
  }
  return undefined;
}
