import type { SiteLayer, SiteReport, SiteVerdict } from '@tuheng/maintenance';
import { terminalTable } from './terminal-table.ts';
import { countsInWords, statusWords } from './verdict-table.ts';

const area = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const fine = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 4, maximumFractionDigits: 4 });

/** Hectares; small ones with four decimals, so that they do not read as zero. */
const hectares = (m2: number): string =>
  m2 > 0 && m2 < 1000 ? fine.format(m2 / 10_000) : area.format(m2 / 10_000);
/** 1 公顷 = 15 亩. */
const mu = (m2: number): string => area.format((m2 / 10_000) * 15);
const percent = (share: number): string => `${area.format(share * 100)}%`;

/** What a plan says of a site, for people: the site, what it touches, the verdicts with their words, the kinds of limited activity, the notes. */
export function siteTables(report: SiteReport): string[] {
  const { site, notes, absent } = report;
  return [
    `用地 ${site.name}：${hectares(site.area)} 公顷（${mu(site.area)} 亩），${site.parcels.length} 个地块，${site.format}，${site.crs.name}`,
    '',
    ...layerTable(report),
    ...(absent.length > 0
      ? [`规划数据库没有的图层：${absent.map(({ title, code }) => `${title}（${code}）`).join('、')}`]
      : []),
    '',
    ...verdictRows(report.verdicts),
    '',
    countsInWords(report.verdicts.map(({ status }) => status)),
    ...activityTable(report),
    ...(notes.length > 0 ? ['', '说明', ...notes.map(({ message }) => `    ${message}`)] : []),
  ];
}

function layerTable({ layers }: SiteReport): string[] {
  const touched = layers.filter((layer) => layer.touched > 0);
  const rows = touched.map(({ title, code, inside, touched: features }) => [
    `${title} ${code}`,
    hectares(inside.area),
    mu(inside.area),
    percent(inside.share),
    String(features),
  ]);
  if (rows.length === 0) return ['用地不涉及规划数据库的任何图层。'];
  return terminalTable(['涉及的图层', '公顷', '亩', '占用地', '图斑'], rows, [1, 2, 3, 4], (i) =>
    detailsOf(touched[i]!),
  );
}

/** The classes, or where the layer has none the names. */
function detailsOf({ classes, features }: SiteLayer): string[] {
  const names = [
    ...new Set(features.flatMap(({ name, part }) => (name ? [part ? `${name}（${part}）` : name] : []))),
  ];
  return classes.length > 0
    ? classes.map(
        ({ class: { code, name }, area: own, share }) =>
          `    ${[code, name].filter(Boolean).join(' ')}　${hectares(own)} 公顷（${mu(own)} 亩），${percent(share)}`,
      )
    : names.map((name) => `    ${name}`);
}

const order = ['fail', 'undetermined', 'pass', 'notApplicable'] as const;

function verdictRows(verdicts: readonly SiteVerdict[]): string[] {
  const sorted = order.flatMap((status) => verdicts.filter((verdict) => verdict.status === status));
  return terminalTable(
    ['判定', '事项'],
    sorted.map(({ status, title }) => [statusWords[status], title]),
    [],
    (i) => {
      const { explanation, reasons } = sorted[i]!;
      const further = reasons.filter((reason) => !explanation.includes(reason));
      return [explanation, ...further].map((text) => `    ${text}`);
    },
  );
}

function activityTable({ limitedActivities }: SiteReport): string[] {
  if (limitedActivities.length === 0) return [];
  return [
    '',
    '生态保护红线内可能适用的有限人为活动（自然资发〔2022〕142号，摘要；是否属于由人认定）',
    ...limitedActivities.flatMap(({ kind, title, possible, reason }) => [
      `${possible ? '○ 可能' : '✗ 排除'}  （${kind}）${title}`,
      `    ${reason}`,
    ]),
  ];
}
