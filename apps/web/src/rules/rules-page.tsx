import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useRegion } from '../shell/region.ts';
import { Split } from '../split/split.tsx';
import { useWords } from '../words/use-words.ts';
import { RuleDetail } from './rule-detail.tsx';
import { RuleList } from './rule-list.tsx';
import { rulesQuery } from './rules-query.ts';
import { rulesWords } from './words.ts';

/** The rules of both books, and the one that the address names. */
export function RulesPage() {
  const words = useWords(rulesWords);
  const { book, rule } = useParams();
  const region = useRegion();
  const { data: books } = useSuspenseQuery(rulesQuery(region?.adcode));
  return (
    <Split
      isOpen={rule !== undefined}
      listLabel={words.list}
      detailLabel={words.detail}
      list={<RuleList books={books} />}
      detail={<RuleDetail key={`${book}/${rule}`} books={books} book={book} rule={rule} />}
    />
  );
}
