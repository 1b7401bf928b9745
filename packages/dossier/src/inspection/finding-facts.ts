import { transformBetween } from '@tuheng/geometry';
import type { Finding } from '@tuheng/inspection';
import { CGCS2000, type Crs } from '@tuheng/standard';
import { placePoint } from './place-point.ts';
import type { ShownFindings } from './shown-findings.ts';

/** Sentences longer than this are cut in the page, characters: an attribute of a megabyte is not for reading. */
const MOST_CHARACTERS = 600;
const OTHERS = 3;

/** What the page tells of the shown findings; words that come again and again stand once in `words`. */
export interface FindingFacts {
  readonly words: readonly string[];
  /** In working order. */
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly from: number;
    readonly count: number;
    readonly total: number;
    /** Examples of its systematic causes, behind its findings. */
    readonly examples: number;
  }[];
  /** Numbers of `words` where not said otherwise. */
  readonly rows: readonly FactRow[];
}

export type FactRow = readonly [
  rule: number,
  severity: number,
  layer: number,
  bsm: string,
  row: number | null,
  attribute: number,
  message: number,
  /** Area or another measure with its unit, as text. */
  measure: number,
  suggestion: number,
  /** Other features that take part, as text. */
  others: number,
  /** Distance or width in metres that has to be seen; 0 where none is known. */
  width: number,
  /** Longitude, latitude, northing, easting of a point on the place; empty where there is none. */
  point: readonly number[],
];

export function findingFacts({ rules, findings }: ShownFindings, crs: Crs): FindingFacts {
  const words = new Words();
  const transform = transformBetween(CGCS2000, crs);
  const out: [number, number] = [0, 0];
  const pointOf = ({ geometry }: Finding): number[] => {
    if (!geometry) return [];
    const [lon, lat] = placePoint(geometry);
    transform(lon, lat, out);
    if (!out.every(Number.isFinite)) return [];
    return [
      Number(lon.toFixed(9)),
      Number(lat.toFixed(9)),
      Number(out[1].toFixed(4)),
      Number(out[0].toFixed(4)),
    ];
  };
  const rowOf = (rule: number, finding: Finding): FactRow => [
    rule,
    words.number(finding.severity),
    words.number(finding.layer),
    cut(finding.bsm ?? ''),
    finding.row,
    words.number(finding.attribute ?? ''),
    words.number(finding.message),
    words.number(measureText(finding)),
    words.number(finding.suggestion),
    words.number(othersText(finding)),
    finding.measure?.unit === 'm' ? finding.measure.value : 0,
    pointOf(finding),
  ];
  const rows: FactRow[] = [];
  const about = rules.map(({ result, from, count, total, causes }, r) => {
    const examples = causes.reduce((sum, cause) => sum + cause.count, 0);
    for (let i = from; i < from + count + examples; i++) rows.push(rowOf(r, findings[i]!));
    return { id: result.rule, title: result.title, from, count, total, examples };
  });
  return { words: words.list, rules: about, rows };
}

/** Each text once. */
class Words {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(text: string): number {
    const short = cut(text);
    const known = this.#numbers.get(short);
    if (known !== undefined) return known;
    this.#numbers.set(short, this.list.length);
    return this.list.push(short) - 1;
  }
}

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

const precise = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });

/** Area, or what else was measured; widths below a centimetre in mm. */
export function measureText({ area, measure }: Finding): string {
  const texts: string[] = [];
  if (area !== undefined) texts.push(`${precise.format(area)} m²`);
  if (measure && measure.value !== 0) {
    const isTiny = measure.unit === 'm' && Math.abs(measure.value) < 0.01;
    texts.push(
      isTiny
        ? `${precise.format(measure.value * 1000)} mm`
        : `${precise.format(measure.value)} ${measure.unit}`.trim(),
    );
  }
  return texts.join(' · ');
}

function othersText({ others = [] }: Finding): string {
  const named = others
    .slice(0, OTHERS)
    .map(({ layer, bsm, row }) => `${layer} 第 ${row} 行${bsm ? `（${bsm}）` : ''}`);
  return named.join('，') + (others.length > OTHERS ? ` 等 ${others.length} 个` : '');
}
