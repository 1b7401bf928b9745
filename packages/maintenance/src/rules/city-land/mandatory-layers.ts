import type { Confidence } from '@tuheng/standard';

/** A layer of mandatory content and the land use it is there for. */
export interface MandatoryLayer {
  readonly layer: string;
  /** Classes (2023) that fulfil what the layer protects; losing one of them inside the layer takes its function away. */
  readonly keeps: readonly string[];
  readonly source: string;
  readonly confidence: Confidence;
}

const natural = ['01', '02', '03', '04', '05', '17', '2302', '2303', '2304', '2305', '2306', '2307'];
const inferred = '（与用地用海分类的对应为本项目推定）';

/** What each line protects, in classes. A layer that is not here is still compared: every change inside it must be explained. */
export const mandatoryLayers: readonly MandatoryLayer[] = [
  {
    layer: 'ZXCQCSLVX',
    keeps: ['14'],
    source: `城市绿线管理办法：各类绿地范围的控制线，docs/sources.md §5.5${inferred}`,
    confidence: 'derived',
  },
  {
    layer: 'ZXCQCSLX',
    keeps: ['17', '05', '1311'],
    source: `城市蓝线管理办法：江河湖库渠和湿地的控制线，docs/sources.md §5.5${inferred}`,
    confidence: 'derived',
  },
  {
    layer: 'ZXCQCSHX',
    keeps: ['12', '13'],
    source: `城市黄线管理办法：城市基础设施用地的控制线，docs/sources.md §5.5${inferred}`,
    confidence: 'derived',
  },
  {
    layer: 'ZXCQCSZX',
    keeps: ['1504'],
    source: `城市紫线管理办法：历史街区、历史建筑的保护范围，docs/sources.md §5.5${inferred}`,
    confidence: 'derived',
  },
  {
    layer: 'LSWHBHX',
    keeps: ['1504'],
    source: `历史文化遗存保护范围，docs/sources.md §8.4${inferred}`,
    confidence: 'derived',
  },
  {
    layer: 'HLFXKZX',
    keeps: [...natural, '14', '1311'],
    source: `行洪、滞洪、蓄洪的空间，docs/sources.md §8.4${inferred}`,
    confidence: 'derived',
  },
  {
    layer: 'STBHHX',
    keeps: natural,
    source: `自然资发〔2022〕142号，docs/sources.md §5.4${inferred}`,
    confidence: 'derived',
  },
  {
    layer: 'YJJBNTBHTB',
    keeps: ['01'],
    source: `永久基本农田不得转为其他用地，docs/sources.md §5.3${inferred}`,
    confidence: 'derived',
  },
];
