import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { ConfidenceMark } from '../provenance/confidence-mark.tsx';
import notes from '../shell/notes.module.css';
import { useRegion } from '../shell/region.ts';
import contents from '../split/contents.module.css';
import { ScrollBox } from '../split/scroll-box.tsx';
import split from '../split/split.module.css';
import { atMinute } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import { differencesOf } from './differences.ts';
import { type Parameter, rulesQuery, type Setting } from './rules-query.ts';
import { shownValue } from './shown-value.ts';
import { rulesWords } from './words.ts';

/** What the province, the city and the county set over the values that the rules carry, side by side. */
export function DifferencesPage() {
  const words = useWords(rulesWords);
  const region = useRegion();
  const { search } = useLocation();
  const { data } = useSuspenseQuery(rulesQuery(region?.adcode));
  const { regions, rows } = differencesOf(data.books);
  return (
    <div className={`${split.room} ${split.whole}`}>
      <section className={split.pane} aria-labelledby="differences-title">
        <header className={split.head}>
          <h1 id="differences-title">
            {words.differences} · {region?.name ?? words.everywhere}
          </h1>
        </header>
        <ScrollBox className={split.body} label={words.differences}>
          {rows.length === 0 ? (
            <p className={notes.empty}>
              <strong>{words.differencesNone}</strong>
              {words.differencesNoneHint}
            </p>
          ) : (
            <table className={contents.table}>
              <thead>
                <tr>
                  <th scope="col">{words.rule}</th>
                  <th scope="col">{words.parameter}</th>
                  <th scope="col">{words.defaultValue}</th>
                  {regions.map(({ adcode, name }) => (
                    <th scope="col" key={adcode}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ book, rule, parameter, settings }) => (
                  <tr key={`${book.id}/${rule.id}.${parameter.name}`}>
                    <td className={contents.words}>
                      <Link to={{ pathname: `/rules/${book.id}/${rule.id}`, search }}>{rule.title}</Link>
                      <code>{rule.id}</code>
                    </td>
                    <td className={contents.words}>
                      {parameter.title}
                      <code>{parameter.name}</code>
                    </td>
                    <td className={contents.words}>
                      {shownValue(parameter.default.value, parameter.unit)}
                      <small>
                        <ConfidenceMark confidence={parameter.default.confidence} />
                      </small>
                    </td>
                    {regions.map(({ adcode }) => (
                      <td key={adcode} className={contents.words}>
                        <Cell parameter={parameter} setting={settings.get(adcode)} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </ScrollBox>
      </section>
    </div>
  );
}

function Cell({
  parameter,
  setting,
}: {
  readonly parameter: Parameter;
  readonly setting: Setting | undefined;
}) {
  const words = useWords(rulesWords);
  if (!setting) return <small>{words.notSet}</small>;
  const applies = parameter.set?.region.adcode === setting.region.adcode;
  return (
    <>
      <strong>{shownValue(setting.value, parameter.unit)}</strong>{' '}
      {applies && <span className={contents.set}>{words.applies}</span>}
      <small>
        <ConfidenceMark confidence={setting.confidence} /> {setting.source}
      </small>
      <small>
        {setting.by} {atMinute(setting.at)} {setting.reason}
      </small>
    </>
  );
}
