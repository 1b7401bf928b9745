import { layerSpec } from '@tuheng/standard';
import {
  type Database,
  findVersion,
  layerTotals,
  listPlans,
  listVersions,
  type PlanVersion,
  verifyVersions as recompute,
} from '@tuheng/store';
import { terminalTable } from '../terminal-table.ts';
import type { PlanAnswer } from './plan-answer.ts';

const kindWords = { import: '入库', publish: '发布', rollback: '回退' } as const;

/** Date and time in China, to the second. */
function shown(at: string): string {
  return new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

/** `tuheng plan list`. */
export async function listAll(database: Database): Promise<PlanAnswer> {
  const plans = await listPlans(database);
  if (plans.length === 0) return { data: plans, text: '还没有规划。用 tuheng plan import 入库。' };
  const rows = plans.map(({ code, region, name, head }) => [
    code,
    region,
    name,
    String(head.number),
    String(head.features),
    shown(head.publishedAt),
  ]);
  const head = ['代码', '行政区', '名称', '现行版本', '图斑', '发布时间'];
  return { data: plans, text: terminalTable(head, rows, [3, 4]).join('\n') };
}

/** `tuheng plan versions CODE`. */
export async function listOne(database: Database, code: string): Promise<PlanAnswer> {
  const versions = await listVersions(database, code);
  const rows = versions.map((version) => [
    String(version.number),
    `${kindWords[version.kind]}${version.origin === null ? '' : `（依据第 ${version.origin} 版）`}`,
    shown(version.publishedAt),
    version.actor,
    String(version.features),
    `+${version.opened}`,
    `-${version.ended}`,
    version.content.slice(0, 12),
    version.reason,
  ]);
  const head = ['版本', '由来', '发布时间', '操作人', '图斑', '新增', '终止', '内容哈希', '事由'];
  return { data: versions, text: terminalTable(head, rows, [0, 4, 5, 6]).join('\n') };
}

/** `tuheng plan show CODE`. */
export async function showVersion(
  database: Database,
  code: string,
  which?: number | string,
): Promise<PlanAnswer> {
  const version = await findVersion(database, code, which);
  const layers = await layerTotals(database, version);
  const rows = layers.map((layer) => [
    layer.code,
    layerSpec(layer.code)?.title ?? '',
    String(layer.features),
    `EPSG:${layer.epsg}`,
    String(layer.fields.length),
  ]);
  return {
    data: { version, layers },
    text: `${headline(code, version)}

${terminalTable(['图层', '名称', '图斑', '坐标系', '字段'], rows, [2, 4]).join('\n')}

内容哈希 ${version.content}${version.review === null ? '' : `\n审查 ${version.review}`}`,
  };
}

function headline(code: string, { number, kind, publishedAt, actor, reason }: PlanVersion): string {
  return `${code} 第 ${number} 版　${kindWords[kind]}　${shown(publishedAt)}　${actor}　${reason}`;
}

/** `tuheng plan verify CODE`: computes every version's digest anew from its features. */
export async function verifyVersions(database: Database, code: string): Promise<PlanAnswer> {
  const checked = await recompute(database, code);
  const broken = checked.filter(({ version, content }) => version.content !== content);
  const text =
    broken.length === 0
      ? `${code} 的 ${checked.length} 个版本与记录的哈希都相符`
      : `${code} 的下列版本与记录的哈希不符，内容被改动过：${broken.map(({ version }) => `第 ${version.number} 版`).join('、')}`;
  return { data: checked, text, ...(broken.length > 0 && { exitCode: 1 }) };
}
