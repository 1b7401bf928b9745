import { ConfidenceMark } from '../../provenance/confidence-mark.tsx';
import { useWords } from '../../words/use-words.ts';
import { CodeTable } from './code-table.tsx';
import style from './standard.module.css';
import type { Standard } from './standard-query.ts';
import { standardWords } from './words.ts';

/** The planning zones: their names are surer than their numbers. */
export function ZonesTable({ standard }: { readonly standard: Standard }) {
  const words = useWords(standardWords);
  return (
    <CodeTable
      label={words.lists.zones}
      rows={standard.zoneClasses()}
      textOf={({ code, name, family, source }) => [code, name, words.families[family], source].join('\n')}
      columns={[
        {
          key: 'code',
          title: words.code,
          width: 80,
          cell: ({ code }) => <code className={style.code}>{code}</code>,
        },
        {
          key: 'name',
          title: words.name,
          width: 180,
          grow: 1,
          cell: ({ name, level }) => (
            <span style={{ paddingLeft: (level - 1) * 18, fontWeight: level === 1 ? 600 : 400 }}>{name}</span>
          ),
        },
        { key: 'family', title: words.family, width: 120, cell: ({ family }) => words.families[family] },
        {
          key: 'name-confidence',
          title: words.nameConfidence,
          width: 190,
          cell: ({ confidence }) => <ConfidenceMark confidence={confidence} />,
        },
        {
          key: 'code-confidence',
          title: words.codeConfidence,
          width: 190,
          cell: ({ codeProvenance }) => <ConfidenceMark confidence={codeProvenance.confidence} />,
        },
        { key: 'source', title: words.source, width: 300, grow: 2, cell: ({ source }) => source },
      ]}
    />
  );
}
