import { area, identity, remarks, text } from '../field.ts';
import type { LayerSpec } from '../layer-spec.ts';
import type { Provenance } from '../provenance.ts';

const found = { source: 'standards.md §2.2、§2.4.8', confidence: 'found' } as const;

function cityLine(
  code: string,
  title: string,
  ysdm: LayerSpec['ysdm'],
  alias: string,
  own: LayerSpec['fields'] = [],
): LayerSpec {
  return {
    ...found,
    code,
    title,
    ysdm,
    mode: 'transfer',
    comparedField: null,
    areaFields: ['MJ'],
    aliases: [alias, title.replace('中心城区', '')],
    maintainable: true,
    fields: [
      ...identity,
      ...own,
      text('GKYQ', '管控要求', 255),
      text('JB', '级别', 20),
      text('LB', '类别', 50),
      area,
      remarks,
    ],
  };
}

const ysdm = (value: string, provenance: Provenance = found) => ({ value, ...provenance });

export const cityLines: readonly LayerSpec[] = [
  cityLine(
    'ZXCQCSLX',
    '中心城区城市蓝线',
    // The tool seen writes 2090020233, the code of 紫线: likely a slip (standards.md §2.2, §10).
    ysdm('2090020231', {
      source: 'standards.md §2.2：按 232/233/234 的次序推得，未核实',
      confidence: 'derived',
    }),
    'CZKFBJFWCSLX',
  ),
  cityLine('ZXCQCSLVX', '中心城区城市绿线', ysdm('2090020232'), 'CZKFBJFWCSLVX', [text('LX', '类型', 50)]),
  cityLine('ZXCQCSZX', '中心城区城市紫线', ysdm('2090020233'), 'CZKFBJFWCSZX'),
  cityLine('ZXCQCSHX', '中心城区城市黄线', ysdm('2090020234'), 'CZKFBJFWCSHX', [
    text('SSLX', '设施类型', 50),
    text('SSDJ', '设施等级', 20),
  ]),
];
