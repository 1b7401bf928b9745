import type { Confidence } from '../provenance.ts';

/** What a planning zone is for, across its numbers and names. */
export type ZoneFamily =
  | 'ecological-protection'
  | 'ecological-control'
  | 'farmland-protection'
  | 'urban'
  | 'rural'
  | 'marine'
  | 'mineral-energy';

/** A planning zone of 《市级国土空间总体规划编制指南（试行）》: the names are sure, the numbers less so. */
export interface ZoneClass {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly family: ZoneFamily;
  readonly source: string;
  readonly nameConfidence: Confidence;
  readonly codeConfidence: Confidence;
}

const families: readonly (readonly [string, string, ZoneFamily])[] = [
  ['1', '生态保护区', 'ecological-protection'],
  ['2', '生态控制区', 'ecological-control'],
  ['3', '农田保护区', 'farmland-protection'],
  ['4', '城镇发展区', 'urban'],
  ['5', '乡村发展区', 'rural'],
  ['6', '海洋发展区', 'marine'],
  ['7', '矿产能源发展区', 'mineral-energy'],
];

const children: readonly (readonly [string, string])[] = [
  ['410', '城镇集中建设区'],
  ['411', '居住生活区'],
  ['412', '综合服务区'],
  ['413', '商业商务区'],
  ['414', '工业发展区'],
  ['415', '物流仓储区'],
  ['416', '绿地休闲区'],
  ['417', '交通枢纽区'],
  ['418', '战略预留区'],
  ['420', '城镇弹性发展区'],
  ['430', '特别用途区'],
  ['510', '村庄建设区'],
  ['520', '一般农业区'],
  ['530', '林业发展区'],
  ['540', '牧业发展区'],
  ['610', '渔业用海区'],
  ['620', '交通运输用海区'],
  ['630', '工矿通信用海区'],
  ['640', '游憩用海区'],
  ['650', '特殊用海区'],
  ['660', '海洋预留区'],
];

const familyOfDigit = new Map(families.map(([digit, , family]) => [digit, family]));
const common = {
  source: 'standards.md §2.6',
  nameConfidence: 'memory-high',
  codeConfidence: 'memory-medium',
} as const;

/** All zones, level-1 first. */
export const zoneClasses: readonly ZoneClass[] = [
  ...families.map(([digit, name, family]) => ({ code: `${digit}00`, name, parent: null, family, ...common })),
  ...children.map(([code, name]) => ({
    code,
    name,
    parent: code.endsWith('0') ? `${code[0]}00` : `${code.slice(0, 2)}0`,
    family: familyOfDigit.get(code[0]!)!,
    ...common,
  })),
];

/** The zone of a code (GHFQDM) or a name (GHFQMC). */
export function zoneClass(codeOrName: string): ZoneClass | undefined {
  const wanted = codeOrName.trim();
  return zoneClasses.find(({ code, name }) => code === wanted || name === wanted);
}

/** What a zone is for: by its name where that is known, since names are surer than numbers, else by its number. */
export function zoneFamily(ghfqdm: string | null, ghfqmc: string | null): ZoneFamily | undefined {
  return (ghfqmc ? zoneClass(ghfqmc)?.family : undefined) ?? (ghfqdm ? zoneClass(ghfqdm)?.family : undefined);
}
