import { useQuery } from '@tanstack/react-query';
import { layerSpec } from '@tuheng/standard';
import type { ChangedPiece, Side } from '../../geometry/change-here.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { hectares } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { codeName } from '../field-text.ts';
import { useModel } from '../model-context.ts';
import { changeQuery } from './change-query.ts';
import style from './identify.module.css';
import type { Identified } from './identify-query.ts';
import { identifyWords } from './words.ts';

/** What changed on the ground of a feature between the two versions that are compared. */
export function ChangeCard({
  feature,
  epsg,
  side,
}: {
  readonly feature: Identified;
  readonly epsg: number;
  readonly side: Side;
}) {
  const words = useWords(identifyWords);
  const { plan, before, version } = useModel();
  const other = side === 'after' ? before! : version;
  const { data, error, isPending } = useQuery(changeQuery(plan.code, other.number, epsg, feature, side));
  return (
    <section className={style.change}>
      <h4>{words.change(before!.number, version.number)}</h4>
      {error && <ProblemNote error={error} />}
      {isPending && words.computing}
      {data === null && words.tooLarge}
      {data && data.pieces.length === 0 && words.changeNone}
      {data &&
        summed(data.pieces).map(({ kind, from, to, area, pieces }) => (
          <div key={`${kind}${from}${to}`}>
            <span>
              {words.kinds[kind]}
              {from !== null && to !== null && ` ${words.fromTo(named(feature, from), named(feature, to))}`}
              {pieces > 1 && ` · ${words.pieces(pieces)}`}
            </span>
            <span>{hectares(area)} ha</span>
          </div>
        ))}
      {data && data.noise > 0 && <small>{words.changeNoise(data.noise)}</small>}
    </section>
  );
}

function named({ layer }: Identified, code: string): string {
  return codeName(layerSpec(layer)?.comparedField ?? '', code) ?? code;
}

interface Sum extends Pick<ChangedPiece, 'kind' | 'from' | 'to' | 'area'> {
  readonly pieces: number;
}

/** Pieces of one kind and class together, the largest first. */
function summed(pieces: readonly ChangedPiece[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { kind, from, to, area } of pieces) {
    const key = `${kind}|${from}|${to}`;
    const sum = sums.get(key) ?? { kind, from, to, area: 0, pieces: 0 };
    sums.set(key, { ...sum, area: sum.area + area, pieces: sum.pieces + 1 });
  }
  return [...sums.values()].sort((a, b) => b.area - a.area);
}
