import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX } from 'lucide-react';
import { computed } from '../../geometry/geometry-client.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { hectares, mu } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { codeName, fieldTitle, isArea } from '../field-text.ts';
import style from './identify.module.css';
import type { Identified } from './identify-query.ts';
import { identifyWords } from './words.ts';

/** A feature in full: its area computed here and held against what is stored, and every field by its name. */
export function FeatureDetails({ feature, epsg }: { readonly feature: Identified; readonly epsg: number }) {
  const words = useWords(identifyWords);
  const { layer, id, geometry, attributes } = feature;
  const { data, error } = useQuery({
    queryKey: ['inspect-feature', layer, id, epsg, geometry],
    queryFn: () => computed('inspect', layer, epsg, { geometry, attributes }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <>
      <div className={style.area} title={words.computedHere}>
        <span>{words.ellipsoidArea}</span>
        {data ? (
          <span>
            <strong>{hectares(data.area)}</strong> ha · {mu(data.area)} {words.mu}
          </span>
        ) : (
          <span>{error ? words.empty : words.computing}</span>
        )}
      </div>
      {error && <ProblemNote error={error} />}
      {data && data.asked.length > 0 && (
        <div className={style.verdict} data-sound={data.findings.length === 0}>
          {data.findings.length === 0 ? (
            <>
              <CircleCheck size={15} aria-hidden="true" />
              <span>{words.sound(data.asked.join('、'))}</span>
            </>
          ) : (
            <>
              <CircleX size={15} aria-hidden="true" />
              <span>{words.notSound(data.findings.length)}</span>
              {data.findings.map(({ rule, message }) => (
                <span key={`${rule}${message}`} style={{ gridColumn: 2 }}>
                  {rule} {message}
                </span>
              ))}
            </>
          )}
        </div>
      )}
      <dl className={style.fields}>
        {Object.entries(attributes).map(([field, value]) => (
          <Field key={field} layer={layer} field={field} value={value} />
        ))}
      </dl>
    </>
  );
}

function Field({
  layer,
  field,
  value,
}: {
  readonly layer: string;
  readonly field: string;
  readonly value: string | number | null;
}) {
  const words = useWords(identifyWords);
  return (
    <>
      <dt title={field}>{fieldTitle(layer, field)}</dt>
      <dd>{valueText(layer, field, value, words)}</dd>
    </>
  );
}

function valueText(
  layer: string,
  field: string,
  value: string | number | null,
  words: { readonly empty: string; readonly mu: string },
): string {
  if (value === null || value === '') return words.empty;
  if (isArea(layer, field) && typeof value === 'number')
    return `${hectares(value)} ha · ${mu(value)} ${words.mu}`;
  const name = codeName(field, String(value));
  return name === undefined ? String(value) : `${value} ${name}`;
}
