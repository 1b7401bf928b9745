import type { SurveyClass } from '@tuheng/standard';
import { ConfidenceMark } from '../../provenance/confidence-mark.tsx';
import { useWords } from '../../words/use-words.ts';
import { CodeTable } from './code-table.tsx';
import style from './standard.module.css';
import type { Standard } from './standard-query.ts';
import { Swatch } from './swatch.tsx';
import { standardWords } from './words.ts';

/** The classes of the third national land survey, and which class of 2023 each becomes. */
export function SurveyTable({ standard }: { readonly standard: Standard }) {
  const words = useWords(standardWords);
  const classOf = ({ landUse2023, landUseLevel1 }: SurveyClass) =>
    standard.landUseClass(landUse2023 ?? landUseLevel1 ?? '', 2023);
  const nameOf = (one: SurveyClass): string => {
    const found = classOf(one);
    if (!found) return words.noClass;
    return one.landUse2023 === null
      ? words.undivided(`${found.code} ${found.name}`)
      : `${found.code} ${found.name}`;
  };
  return (
    <CodeTable
      label={words.lists.survey}
      rows={standard.surveyClasses()}
      textOf={(one) => [one.code, one.name, one.bigClass, nameOf(one), one.source].join('\n')}
      columns={[
        {
          key: 'code',
          title: words.code,
          width: 80,
          cell: ({ code }) => <code className={style.code}>{code}</code>,
        },
        { key: 'name', title: words.name, width: 160, grow: 1, cell: ({ name }) => name },
        {
          key: 'big',
          title: words.bigClass,
          width: 190,
          cell: ({ bigClass, disputed }) => (
            <>
              {bigClass}
              {disputed && (
                <span className={style.disputed} title={disputed.source}>
                  {' '}
                  {words.disputed(disputed.bigClass)}
                </span>
              )}
            </>
          ),
        },
        {
          key: '2023',
          title: words.class2023,
          width: 220,
          grow: 2,
          cell: (one) => {
            const found = classOf(one);
            return (
              <>
                {found && <Swatch hex={found.hex} />}
                {nameOf(one)}
              </>
            );
          },
        },
        {
          key: 'confidence',
          title: words.confidence,
          width: 130,
          cell: ({ confidence }) => <ConfidenceMark confidence={confidence} />,
        },
        { key: 'source', title: words.source, width: 170, grow: 1, cell: ({ source }) => source },
      ]}
    />
  );
}
