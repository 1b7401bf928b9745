import { useQuery } from '@tanstack/react-query';
import { layerSpec } from '@tuheng/standard';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { compareModes } from '../../map/compare-mode.ts';
import { mapWords } from '../../map/words.ts';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { count, hectaresShort } from '../../words/numbers.ts';
import { onDay } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { useChooseFeature } from '../choose-feature.ts';
import { codeName } from '../field-text.ts';
import { useModel } from '../model-context.ts';
import panel from '../panel.module.css';
import { oneMapWords } from '../words.ts';
import style from './compare.module.css';
import { differencesQuery, differingQuery, type Pair } from './compare-queries.ts';
import { DifferenceShapes } from './difference-shapes.tsx';
import { compareWords } from './words.ts';

const OFF = 'off';

/** Another version beside the one that is shown, and what differs between them. */
export function ComparePanel() {
  const words = useWords(compareWords);
  const common = useWords(oneMapWords);
  const maps = useWords(mapWords);
  const { plan, versions, version, before, state, change } = useModel();
  const others = versions.filter(({ number }) => number !== version.number);
  if (others.length === 0) return <p className={notes.empty}>{words.only}</p>;
  return (
    <div className={style.form}>
      <div className={panel.field}>
        {words.against}
        <Select
          aria-label={words.against}
          placeholder={words.choose}
          value={before ? String(before.number) : null}
          allowClear
          options={others.toReversed().map(({ number, publishedAt }) => ({
            value: String(number),
            label: `${common.version(number)} · ${onDay(publishedAt)}`,
          }))}
          onChange={(number: string | null | undefined) =>
            change(
              number
                ? { before: number, compare: state.compare ?? 'swipe' }
                : { before: undefined, compare: undefined },
            )
          }
        />
      </div>
      {before && (
        <>
          <div className={panel.field}>
            {words.mode}
            <Segmented
              block
              value={state.compare ?? OFF}
              options={[
                ...compareModes.map((mode) => ({ value: mode as string, label: maps.modes[mode] })),
                { value: OFF, label: words.off },
              ]}
              onChange={(mode) => change({ compare: compareModes.find((one) => one === mode) })}
            />
          </div>
          <Differences
            key={`${before.number}-${version.number}`}
            pair={{ plan: plan.code, from: before.number, to: version.number }}
          />
        </>
      )}
    </div>
  );
}

function Differences({ pair }: { readonly pair: Pair }) {
  const words = useWords(compareWords);
  const { data, error, isPending, refetch } = useQuery(differencesQuery(pair));
  const [open, setOpen] = useState<string>();
  if (error) return <ProblemNote error={error} onRetry={refetch} />;
  if (isPending) return <p className={panel.note}>…</p>;
  const differing = data.layers.filter(({ ended, opened }) => ended + opened > 0);
  if (differing.length === 0) return <p className={panel.note}>{words.none}</p>;
  return (
    <>
      <p className={panel.note}>{words.hint}</p>
      <ul className={style.list} aria-label={words.differences}>
        {differing.map(({ code, title, ended, endedArea, opened, openedArea }) => (
          <li key={code}>
            <button
              type="button"
              className={style.layer}
              aria-expanded={code === open}
              onClick={() => setOpen(code === open ? undefined : code)}
            >
              <span>{title}</span>
              <span>{count(ended + opened)}</span>
              <small>
                <Side side="ended" text={`${count(ended)} · ${hectaresShort(endedArea)} ha`} />
                <Side side="opened" text={`${count(opened)} · ${hectaresShort(openedArea)} ha`} />
              </small>
            </button>
            {code === open && (
              <>
                <DifferenceShapes pair={pair} layer={code} />
                <Features pair={pair} layer={code} title={title} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Side({ side, text }: { readonly side: 'ended' | 'opened'; readonly text?: string }) {
  const words = useWords(compareWords);
  return (
    <span className={style.side} data-side={side} title={words[side]}>
      <i role="img" aria-label={words[side]} />
      {text}
    </span>
  );
}

/** Features that a list shows at first, and how many more each time. */
const FEW = 100;

function Features({
  pair,
  layer,
  title,
}: {
  readonly pair: Pair;
  readonly layer: string;
  readonly title: string;
}) {
  const words = useWords(compareWords);
  const { state } = useModel();
  const [limit, setLimit] = useState(FEW);
  const { data, error } = useQuery(differingQuery(pair, layer, limit));
  const choose = useChooseFeature();
  if (error) return <ProblemNote error={error} />;
  return (
    <ul className={style.features} aria-label={words.layer(title)}>
      {data?.features.map(({ id, side, bsm, code, label, area }) => (
        <li key={`${side}${id}`}>
          <button
            type="button"
            className={style.feature}
            aria-current={state.feature?.layer === layer && state.feature.id === id}
            onClick={() =>
              choose.mutate({ plan: pair.plan, version: side === 'ended' ? pair.from : pair.to, layer, id })
            }
          >
            <Side side={side} />
            <span>{named(layer, code) ?? label ?? bsm ?? id}</span>
            <span>{hectaresShort(area)} ha</span>
          </button>
        </li>
      ))}
      {data && data.total > data.features.length && (
        <li>
          <Button type="link" size="small" onClick={() => setLimit(limit + 4 * FEW)}>
            {words.more(count(data.total - data.features.length))}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** The class of a feature by name, where its layer has classes. */
function named(layer: string, code: string | null): string | undefined {
  const field = layerSpec(layer)?.comparedField;
  const name = field && code !== null ? codeName(field, code) : undefined;
  return name === undefined ? undefined : `${name} ${code}`;
}
