import type { ProblemText } from './problem-table.ts';

/** Codes of packages whose errors have no table of their own. */
export const otherCodes: Readonly<Record<string, ProblemText>> = {
  'geometry.overlay-failed': {
    status: 422,
    title: '图形叠加失败',
    advice: '请先检查并修复所指的图形',
  },
  'site.empty': { status: 422, title: '用地没有面积', advice: '请提供闭合的面' },
  'site.too-far': { status: 422, title: '用地离规划太远', advice: '请检查坐标系和坐标次序' },
  'site.too-large': { status: 422, title: '用地太大或太复杂', advice: '请分成几块提交' },
  'site.no-layer': {
    status: 422,
    title: '规划没有可以比对的图层',
    advice: '请确认它是县级国土空间规划数据库',
  },
  'site.unknown-land-use': {
    status: 422,
    title: '用地用海分类中没有这个代码',
    advice: '请核对代码和版本',
  },
  'site.unknown-activity': {
    status: 422,
    title: '没有这种有限人为活动',
    advice: '请写 1 到 10 的整数',
  },
  'targets.invalid': {
    status: 422,
    title: '目标值文件有误',
    advice: '请对照 docs/targets.md 改正所指的地方',
  },
  'tiles.no-such-tile': { status: 404, title: '没有这块瓦片', advice: '请检查缩放级别、列和行' },
};
