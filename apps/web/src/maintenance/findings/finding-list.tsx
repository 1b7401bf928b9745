import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Systematic } from '@tuheng/inspection';
import { memo, useMemo } from 'react';
import { useSession } from '../../api/session.ts';
import { count as countWords } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { boxAround, boxOf, type Shape } from '../desk/box-of.ts';
import { Confidence } from '../desk/confidence.tsx';
import panel from '../desk/desk-panel.module.css';
import { FilterChips } from '../desk/filter-chips.tsx';
import { findingsQuery, type InspectedRule, inspectionQuery } from '../desk/queries.ts';
import { useFly, useFlyToPiece } from '../desk/stage-hold.ts';
import { StatusMark } from '../desk/status-mark.tsx';
import { useDesk } from '../desk/use-desk-state.ts';
import { useFindings } from '../desk/use-pieces.ts';
import { deskWords } from '../desk/words.ts';
import { RemarkMark } from '../remarks/remark-mark.tsx';
import { type Matters, mattersOfRule, useMatters } from '../remarks/use-matters.ts';
import { PieceNumbers } from '../verdicts/piece-numbers.tsx';
import style from '../verdicts/verdicts.module.css';
import { sortRules } from './rule-order.ts';

type Side = 'filed' | 'maintained' | undefined;

interface FindingListProps {
  readonly job: string;
  /** Undefined where the job only inspects: there is one database. */
  readonly side: Side;
}

/** The rules that are listed: as the filters leave them, what blocks first. */
export function useListedRules({ job, side }: FindingListProps): readonly InspectedRule[] {
  const { data: inspection } = useSuspenseQuery(inspectionQuery(job, side));
  const matters = useMatters(job);
  const { name } = useSession();
  const {
    state: { statuses, matter },
  } = useDesk();
  return useMemo(
    () =>
      sortRules(inspection.rules).filter(
        ({ rule, status }) =>
          (statuses.length === 0 || statuses.includes(status)) &&
          (matter === undefined ||
            ofSide(matters, rule, side).some(({ state, assignee }) =>
              matter === 'contested' ? state === 'contested' : assignee === name && state !== 'closed',
            )),
      ),
    [inspection, statuses, matter, matters, side, name],
  );
}

const ofSide = (matters: Matters, rule: string, side: Side): Matters =>
  mattersOfRule(matters, rule, ['finding']).filter(({ subject }) => subject.side === side);

/** What the inspection found, by rule. */
export const FindingList = memo(function FindingList({ job, side }: FindingListProps) {
  const words = useWords(deskWords);
  const { data: inspection } = useSuspenseQuery(inspectionQuery(job, side));
  const rules = useListedRules({ job, side });
  const matters = useMatters(job);
  const { state, change } = useDesk();
  const chips = useMemo(
    () =>
      (['failed', 'notRun', 'passed'] as const).map((status) => ({
        status,
        count: inspection.rules.filter((rule) => rule.status === status).length,
      })),
    [inspection],
  );
  const { mark, maySubmit, obstacles } = inspection.summary;
  return (
    <>
      {side && (
        <fieldset className={`${panel.switch} ${panel.inset}`} aria-label={words.database}>
          {(['maintained', 'filed'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === side}
              onClick={() => change({ side: one, rule: undefined, piece: undefined })}
            >
              {words.sideNames[one]}
            </button>
          ))}
        </fieldset>
      )}
      <FilterChips
        chips={chips.map(({ status, count }) => ({ status, count, title: words.ruleStatuses[status]! }))}
        hasMatters={matters.length > 0}
      />
      <div className={style.scroll}>
        <p className={panel.summary}>
          <strong>{words.mark(mark)}</strong>
          <span>
            <StatusMark status={maySubmit ? 'passed' : 'failed'} />{' '}
            {maySubmit ? words.maySubmit : words.mayNotSubmit}
          </span>
          <span>{words.findings(inspection.findings)}</span>
        </p>
        {obstacles.length > 0 && (
          <details className={style.doubts}>
            <summary>{words.obstacles(obstacles.length)}</summary>
            {obstacles.map((one) => (
              <p key={one}>{one}</p>
            ))}
          </details>
        )}
        {rules.length === 0 && <p className={style.empty}>{words.noneLeft}</p>}
        <ul className={style.list} aria-label={words.rules}>
          {rules.map((rule) => (
            <Rule
              key={rule.rule}
              job={job}
              side={side}
              rule={rule}
              isOpen={state.rule === rule.rule}
              lit={state.rule === rule.rule ? state.piece : undefined}
              matters={ofSide(matters, rule.rule, side)}
            />
          ))}
        </ul>
      </div>
    </>
  );
});

interface RuleProps extends FindingListProps {
  readonly rule: InspectedRule;
  readonly isOpen: boolean;
  readonly lit: number | undefined;
  readonly matters: Matters;
}

function Rule({ job, side, rule, isOpen, lit, matters }: RuleProps) {
  const words = useWords(deskWords);
  const { change } = useDesk();
  const gravest = matters.find(({ state }) => state === 'contested') ?? matters[0];
  const mark = rule.status === 'failed' ? (rule.gravest ?? rule.severity) : rule.status;
  const word = rule.status === 'failed' ? words.severities[mark] : words.ruleStatuses[rule.status];
  return (
    <li className={style.verdict} data-open={isOpen || undefined} data-rule={rule.rule}>
      <button
        type="button"
        className={style.row}
        aria-expanded={isOpen}
        onClick={() =>
          change({
            rule: isOpen ? undefined : rule.rule,
            piece: undefined,
            change: undefined,
            isTalkOpen: false,
          })
        }
      >
        <StatusMark status={mark} label={word} />
        <span className={style.title}>
          <strong>{rule.title}</strong>
          <span className={style.sub}>
            {word}
            {gravest && <RemarkMark state={gravest.state} />}
          </span>
        </span>
        <span className={style.figures}>
          <strong>{rule.findings > 0 && countWords(rule.findings)}</strong>
        </span>
      </button>
      {isOpen && <RuleBody job={job} side={side} rule={rule} lit={lit} />}
    </li>
  );
}

interface Sourced {
  readonly document?: string;
  readonly article?: string;
  readonly confidence: string;
}

function RuleBody({
  job,
  side,
  rule,
  lit,
}: FindingListProps & { rule: InspectedRule; lit: number | undefined }) {
  const words = useWords(deskWords);
  const { change } = useDesk();
  const fly = useFly();
  const flyToPiece = useFlyToPiece();
  const { isPending } = useQuery(findingsQuery(job, side, rule.rule, 0));
  const { data: inspection } = useSuspenseQuery(inspectionQuery(job, side));
  // What is wrong all over a layer is one cause, not a finding for each feature.
  const causes = (inspection.systematic as readonly Systematic[]).filter((one) => one.rule === rule.rule);
  const { findings, first, count } = useFindings(job, side, rule.rule, lit);
  const light = (at: number): void => {
    change({ piece: first + at, change: undefined });
    const found = findings.find(({ properties }) => properties.n === first + at);
    flyToPiece(first + at, found?.geometry && boxOf(found.geometry as Shape));
  };
  const at = lit === undefined ? undefined : lit - first;
  const shown =
    at === undefined ? findings.slice(0, 1) : findings.filter(({ properties }) => properties.n === lit);
  return (
    <div className={style.body}>
      {rule.reason !== undefined && <p className={style.doubt}>{rule.reason}</p>}
      {shown.map(({ id, properties }) => (
        <p key={id}>{properties.message}</p>
      ))}
      {causes.map(({ cause, layer, attribute, message, suggestion, count: n }) => (
        <p key={`${cause}${layer}${attribute}`} className={style.doubt}>
          {message}（{words.findings(n)}） {suggestion}
        </p>
      ))}
      {!isPending && count === 0 && causes.length === 0 && <p>{words.noFindings}</p>}
      <p className={style.basis}>
        {words.basis}{' '}
        {(rule.basis as readonly Sourced[]).map(({ document, article, confidence }) => (
          <span key={`${document}${article}`}>
            {document} {article} <Confidence of={confidence} />{' '}
          </span>
        ))}
      </p>
      <PieceNumbers
        count={count}
        lit={at}
        onLight={light}
        onShowAll={() => {
          change({ piece: undefined });
          const around = boxAround(
            findings.flatMap(({ geometry }) => {
              const box = geometry && boxOf(geometry as Shape);
              return box ? [box] : [];
            }),
          );
          if (around) fly(around);
        }}
      />
    </div>
  );
}
