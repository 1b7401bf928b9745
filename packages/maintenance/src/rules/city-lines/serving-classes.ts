import type { Parameter } from '../../review.ts';

/** Classes of planned land (2023) that do what a line is for, each judged by itself; written as one text so that a region can set them. */
const classes = (value: string, source: string): Parameter => ({
  name: 'classes',
  title: '承担功能的规划用地分类',
  value,
  unit: '',
  free: 'text',
  source,
  confidence: 'suggestion',
});

/** 17 as a whole: which kind of water it is does not change what it does. */
export const blueClasses = classes('17', '本项目建议：陆地水域（蓝线与规划用地分类的对应未核实）');
export const greenClasses = classes(
  '1401、1402、1403',
  '本项目建议：公园、防护、广场用地（绿线与规划用地分类的对应未核实）',
);
/** What 城市黄线 encloses: stations, and works of water, power, gas, heat, post and telephone, sanitation, fire and flood. */
export const yellowClasses = classes(
  '1206、1208、1301、1302、1303、1304、1305、1306、1307、1308、1309、1310、1311、1312',
  '本项目建议：轨道交通、交通场站和公用设施用地（黄线与规划用地分类的对应未核实）',
);
export const purpleClasses = classes(
  '1504、0803',
  '本项目建议：文物古迹、文化用地（紫线与规划用地分类的对应未核实）',
);

/** The codes of a `classes` parameter. */
export const codesOf = ({ value }: Parameter): string[] =>
  String(value)
    .split(/[、，,\s]+/)
    .filter(Boolean);
