import type { FieldSpec } from '@tuheng/standard';
import { ConfidenceMark } from '../../provenance/confidence-mark.tsx';
import contents from '../../split/contents.module.css';
import { ScrollBox } from '../../split/scroll-box.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './standard.module.css';
import { standardWords } from './words.ts';

/** A field table of the standard, with what its source does not say told at the field. */
export function FieldTable({
  label,
  fields,
}: {
  readonly label: string;
  readonly fields: readonly FieldSpec[];
}) {
  const words = useWords(standardWords);
  return (
    <ScrollBox className={contents.scroll} label={label}>
      <table className={contents.table}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.type}</th>
            <th scope="col">{words.length}</th>
            <th scope="col">{words.confidence}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, title, type, length, unverified, personal, aliases, confidence, source }) => (
            <tr key={name}>
              <td>
                <span className={style.code}>{name}</span>
              </td>
              <td className={contents.words}>
                {title}
                {personal && <small>{words.personal}</small>}
                {aliases.length > 0 && (
                  <small>
                    {words.aliases} {aliases.join('、')}
                  </small>
                )}
              </td>
              <td>{words.types[type]}</td>
              <td>{length || ''}</td>
              <td>
                <ConfidenceMark confidence={confidence} />
                {unverified && (
                  <small>
                    {words.unverifiedParts(unverified.map((part) => words.parts[part]).join('、'))}
                  </small>
                )}
              </td>
              <td className={contents.words}>{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
