import type { Provenance } from '../provenance.ts';

/** What a planning zone is for: the level-1 zones. */
export type ZoneFamily =
  | 'ecological-protection'
  | 'ecological-control'
  | 'farmland-protection'
  | 'urban'
  | 'rural'
  | 'marine'
  | 'mineral-energy';

/** One planning zone (GHFQDM / GHFQMC). Its own provenance speaks for the name; the number is less sure. */
export interface ZoneClass extends Provenance {
  readonly code: string;
  readonly name: string;
  readonly level: 1 | 2 | 3;
  readonly parent: string | null;
  readonly family: ZoneFamily;
  readonly codeProvenance: Provenance;
}

/** The numbers of a level-1 zone begin with its digit: 400, 410, 411. */
const tree: readonly { family: ZoneFamily; zones: readonly (readonly [code: string, name: string])[] }[] = [
  { family: 'ecological-protection', zones: [['100', '生态保护区']] },
  { family: 'ecological-control', zones: [['200', '生态控制区']] },
  { family: 'farmland-protection', zones: [['300', '农田保护区']] },
  {
    family: 'urban',
    zones: [
      ['400', '城镇发展区'],
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
    ],
  },
  {
    family: 'rural',
    zones: [
      ['500', '乡村发展区'],
      ['510', '村庄建设区'],
      ['520', '一般农业区'],
      ['530', '林业发展区'],
      ['540', '牧业发展区'],
    ],
  },
  {
    family: 'marine',
    zones: [
      ['600', '海洋发展区'],
      ['610', '渔业用海区'],
      ['620', '交通运输用海区'],
      ['630', '工矿通信用海区'],
      ['640', '游憩用海区'],
      ['650', '特殊用海区'],
      ['660', '海洋预留区'],
    ],
  },
  { family: 'mineral-energy', zones: [['700', '矿产能源发展区']] },
];

const source = '《市级国土空间总体规划编制指南（试行）》附录（standards.md §2.6）';

function zone(family: ZoneFamily, code: string, name: string): ZoneClass {
  const level = code.endsWith('00') ? 1 : code.endsWith('0') ? 2 : 3;
  return {
    code,
    name,
    level,
    parent: level === 1 ? null : code.slice(0, level - 1).padEnd(3, '0'),
    family,
    source,
    confidence: 'memory-high',
    codeProvenance: { source, confidence: 'memory-medium' },
  };
}

const zones = tree.flatMap(({ family, zones }) => zones.map(([code, name]) => zone(family, code, name)));
const byCode = new Map(zones.map((z) => [z.code, z]));
const byName = new Map(zones.map((z) => [z.name, z]));

/** All planning zones, by number. */
export function zoneClasses(): readonly ZoneClass[] {
  return zones;
}

/** The zone of a GHFQDM or a GHFQMC, or undefined. */
export function zoneClass(codeOrName: string): ZoneClass | undefined {
  const wanted = codeOrName.trim();
  return byCode.get(wanted) ?? byName.get(wanted);
}

/**
 * What a feature's zone is for. A known name decides, since names are surer than numbers (standards.md §2.6); the number
 * speaks only where the name is missing or unknown. Undefined where neither is known.
 */
export function zoneFamily(ghfqdm: string | null, ghfqmc: string | null): ZoneFamily | undefined {
  return (byName.get(ghfqmc?.trim() ?? '') ?? byCode.get(ghfqdm?.trim() ?? ''))?.family;
}

/** No source gives colours for planning zones (未核实): those of the land that each is mostly made of, lighter. */
const familyColours: Readonly<Record<ZoneFamily, string>> = {
  'ecological-protection': '#7fbf8e',
  'ecological-control': '#b3d9a8',
  'farmland-protection': '#f6ec9c',
  urban: '#f4a8a0',
  rural: '#f3e3bf',
  marine: '#a9d3ee',
  'mineral-energy': '#cdb8a4',
};

/** The colour a zone is drawn in on screens, #rrggbb. */
export function zoneColour(family: ZoneFamily): string {
  return familyColours[family];
}
