import type { ListKey } from '@tuheng/standard';
import type { VerdictTable } from '../../review.ts';
import { type Judgement, missing, noMeasure, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import type { WorkingLayer } from '../../working-layer.ts';
import { scheme } from '../documents.ts';
import { type CityLine, onLine } from './city-line.ts';
import { type ListedThing, listedThings, nameField, whereMissing } from './listed-features.ts';

/** What differs between lists. */
interface ListedRule {
  readonly id: string;
  readonly title: string;
  readonly algorithm: string;
  readonly line: CityLine;
  readonly list: ListKey;
  /** 历史建筑保护名录 */
  readonly listTitle: string;
  /** What the list is called in a sentence, what it counts, and what a feature of it is called: 名录, 处, 图斑. */
  readonly words: readonly [list: string, things: string, feature: string];
  /** Said where nothing is missing. */
  readonly complete: string;
  readonly section: string;
  /** Columns between the name and the counts, and what is doubtful of things that are there. */
  readonly more?: (
    things: readonly ListedThing[],
    maintained: WorkingLayer,
  ) => {
    readonly columns: readonly string[];
    readonly cells: (thing: ListedThing) => readonly (string | null)[];
    readonly doubts: readonly string[];
    /** Features of the line that could stand for one of `gone`. */
    readonly couldBe: (gone: readonly ListedThing[]) => (f: number) => boolean;
  };
}

/**
 * A rule that everything on a list of the county has a feature in a city line that bears its name (`nameField`): one that has none fails, by
 * name. Counts in 处.
 */
export function listedRule(parts: ListedRule): Rule {
  const { id, title, algorithm, line, section } = parts;
  return {
    ...{ id, title, algorithm },
    chapter: 'cityLines',
    layers: [line.layer],
    basis: [...line.basis, scheme(section)],
    parameters: [nameField],
    judge: (context) => onLine(context, line, '处', (_, maintained) => judge(context, maintained)),
  };

  function judge(context: RuleContext, maintained: WorkingLayer): Judgement {
    const list = context.list(parts.list);
    if (!list) return missing('处', `没有提供${parts.listTitle}（目标值文件 lists.${parts.list}）`);
    if (list.items.length === 0) {
      return {
        outcome: 'notApplicable',
        measure: noMeasure('处'),
        explanation: `${parts.listTitle}为空（${list.source}），不涉及。`,
      };
    }
    const field = String(context.parameter(id, nameField).value);
    const things = listedThings(context, line, list, field);
    const gone = things.filter((thing) => thing.maintained.length === 0);
    const more = parts.more?.(things, maintained);
    const doubts = gone.length === 0 ? (more?.doubts ?? []) : [];
    const present = things.length - gone.length;
    const [word, counted, feature] = parts.words;
    return {
      outcome: gone.length > 0 ? 'fail' : doubts.length > 0 ? 'undetermined' : 'pass',
      ...(doubts.length > 0 ? { reasons: doubts } : {}),
      measure: {
        before: things.filter(({ filed }) => filed.length > 0).length,
        after: present,
        limit: things.length,
        unit: '处',
      },
      explanation:
        `${word}（${list.source}）共 ${things.length} ${counted}，维护后${line.name}中有${feature}的 ${present} 处` +
        `${gone.length > 0 ? `，缺少：${gone.map((thing) => thing.name).join('、')}` : `，${parts.complete}`}。`,
      tables: [table(things, field, more)],
      evidence: gone.length > 0 ? whereMissing(context, line, things, gone, more?.couldBe(gone)) : [],
    };
  }

  function table(
    things: readonly ListedThing[],
    field: string,
    more: ReturnType<NonNullable<ListedRule['more']>> | undefined,
  ): VerdictTable {
    return {
      title: parts.listTitle,
      columns: [
        { title: '名称', unit: '' },
        ...(more?.columns ?? []).map((own) => ({ title: own, unit: '' })),
        { title: '备案图斑', unit: '个' },
        { title: '维护后图斑', unit: '个' },
      ],
      rows: things.map((thing) => [
        thing.name,
        ...(more?.cells(thing) ?? []),
        thing.filed.length,
        thing.maintained.length,
      ]),
      note: `按字段 ${field} 中的名称查找。`,
    };
  }
}
