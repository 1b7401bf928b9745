import { useWords } from '../../words/use-words.ts';
import { Confidence } from '../desk/confidence.tsx';
import type { Verdict } from '../desk/queries.ts';
import { deskWords } from '../desk/words.ts';
import { measureWords } from './measure-words.ts';
import style from './verdicts.module.css';

/** Why it was judged so: in words, by what basis and parameters, and how sure we are of each. */
export function VerdictReasons({ verdict }: { readonly verdict: Verdict }) {
  const words = useWords(deskWords);
  const { explanation, basis, parameters, reasons, details, measure } = verdict;
  const { limit, unit } = measureWords(measure);
  return (
    <>
      <p>{explanation}</p>
      {reasons.length > 0 && (
        <div className={style.doubt}>
          <strong>{words.reasons}</strong>
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </div>
      )}
      <p className={style.basis}>
        {words.basis}{' '}
        {basis.map(({ document, article, confidence, source }, i) => (
          <span key={`${document}${article}`} title={source}>
            {i > 0 && '；'}
            {document} {article} <Confidence of={confidence} />
          </span>
        ))}
      </p>
      {(parameters.length > 0 || details.length > 0 || limit !== undefined) && (
        <dl className={style.facts}>
          {limit !== undefined && (
            <div>
              <dt>{words.limit}</dt>
              <dd>
                {limit} {unit}
              </dd>
            </div>
          )}
          {parameters.map(({ name, title, value, unit, confidence, source }) => (
            <div key={name}>
              <dt>{title}</dt>
              <dd title={source}>
                {value} {unit} <Confidence of={confidence} />
                <span className={style.source}>{source}</span>
              </dd>
            </div>
          ))}
          {details.map(({ label, measure }) => {
            const { before, after, unit } = measureWords(measure);
            return (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {measure.before === null ? after : `${before} → ${after}`} {unit}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </>
  );
}
