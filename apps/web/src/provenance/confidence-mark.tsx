import type { Confidence } from '@tuheng/standard';
import { useWords } from '../words/use-words.ts';
import style from './provenance.module.css';
import { provenanceWords } from './words.ts';

/** Whether a rule may pass on it: as `isVerified` of packages/standard has it, which would bring the whole standard along. */
export const isSure = (confidence: Confidence): boolean =>
  confidence === 'found' || confidence === 'memory-high';

/** How sure we are of a fact: a shape and a word, never the colour alone. */
export function ConfidenceMark({ confidence }: { readonly confidence: Confidence }) {
  const words = useWords(provenanceWords);
  const kind = confidence === 'found' ? 'read' : isSure(confidence) ? 'sure' : 'unsure';
  return (
    <span className={`${style.mark} ${style[kind]}`}>
      <Shape kind={kind} />
      {words.confidences[confidence]}
    </span>
  );
}

/** Filled disc: read. Ring: reliable. Triangle: unverified. */
function Shape({ kind }: { readonly kind: 'read' | 'sure' | 'unsure' }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {kind === 'read' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {kind === 'sure' && <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />}
      {kind === 'unsure' && (
        <path
          d="M6 1.5 11 10.5H1z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}

/** That something of it is unverified, and how many. */
export function UnverifiedCount({ count, label }: { readonly count: number; readonly label: string }) {
  return (
    <span className={`${style.mark} ${style.unsure}`} title={`${count} ${label}`}>
      <Shape kind="unsure" />
      {count}
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
