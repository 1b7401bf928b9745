import type { Confidence, Provenance } from '../provenance.ts';

/** One value of a code list. */
export interface DomainEntry {
  readonly code: string;
  readonly name: string;
}

/** The values a field may hold. `entries` is null where the list was not found: the slot exists and says 未核实. */
export interface Domain extends Provenance {
  readonly field: string;
  /** 中文名称 of the field. */
  readonly title: string;
  readonly entries: readonly DomainEntry[] | null;
  readonly status: '已核实' | '未核实';
}

function domain(
  field: string,
  title: string,
  source: string,
  confidence: Confidence,
  names: Readonly<Record<string, string>>,
): Domain {
  const verified = confidence === 'found' || confidence === 'memory-high';
  return {
    field,
    title,
    entries: Object.entries(names)
      .map(([code, name]) => ({ code, name }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    status: verified ? '已核实' : '未核实',
    source,
    confidence,
  };
}

const survey = 'standards.md §2.4.5';

const domains: readonly Domain[] = [
  domain('GDLX', '耕地类型', 'standards.md §2.4.3', 'found', { TT: '梯田', PD: '坡地' }),
  domain('GDPDJB', '耕地坡度级别', survey, 'memory-high', {
    '1': '≤2°',
    '2': '2°–6°',
    '3': '6°–15°',
    '4': '15°–25°',
    '5': '>25°',
  }),
  domain('CZCSXM', '城镇村属性码', `${survey} [CCT]`, 'found', {
    '201': '城市',
    '201A': '城市独立工业仓储用地',
    '202': '建制镇',
    '202A': '建制镇独立工业用地',
    '203': '村庄',
    '203A': '村庄独立工业用地',
    '204': '盐田及采矿用地',
    '205': '特殊用地',
  }),
  domain('ZZSXDM', '种植属性代码', survey, 'memory-high', {
    LS: '种植粮食作物',
    FLS: '种植非粮食作物',
    LYFL: '粮与非粮轮作',
    XG: '休耕',
    WG: '未耕种',
    LLJZ: '林粮间作',
    JKHF: '即可恢复',
    GCHF: '工程恢复',
  }),
  domain('TBXHDM', '图斑细化代码', survey, 'memory-high', {
    HDGD: '河道耕地',
    HQGD: '湖区耕地',
    LQGD: '林区耕地',
    MQGD: '牧区耕地',
    SHGD: '沙荒耕地',
    SMGD: '石漠化耕地',
    YJGD: '盐碱耕地',
    LQYD: '林区园地',
    GCCD: '灌丛草地',
    HDGY: '火电工业用地',
    GTGY: '钢铁工业用地',
    MTGY: '煤炭工业用地',
    SNGY: '水泥工业用地',
    BLGY: '玻璃工业用地',
    DLGY: '电解铝工业用地',
    FQ: '废弃',
  }),
  domain('MSSM', '描述说明', `${survey} [SQL3X]`, 'found', { '00': '陆地', '01': '海岛' }),
  domain('GHZT', '规划状态', 'standards.md §2.4.7 [ZJ1]', 'found', {
    '10': '现状（保留）',
    '20': '规划新增',
  }),
  domain('CZCSX', '城镇村属性', 'standards.md §2.4.7 [ZJ1]', 'found', { '10': '城镇', '20': '村庄' }),
];

const byField = new Map(domains.map((d) => [d.field, d]));

/** The code list of a field of the survey or of the plan, by the field's name; undefined where none is on record. */
export function domainOf(field: string): Domain | undefined {
  return byField.get(field);
}
