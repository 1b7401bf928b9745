import { useWords } from '../../words/use-words.ts';
import style from './desk-panel.module.css';
import { deskWords } from './words.ts';

/** How sure we are of a basis or a number. */
export function Confidence({ of }: { readonly of: string }) {
  const words = useWords(deskWords);
  return (
    <span className={style.confidence} data-sure={of === 'found' || undefined}>
      {words.confidences[of] ?? of}
    </span>
  );
}
