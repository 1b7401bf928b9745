import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { Check, X } from 'lucide-react';
import { ShortDigest } from '../../forms/short-digest.tsx';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import contents from '../../split/contents.module.css';
import { ScrollBox } from '../../split/scroll-box.tsx';
import { count } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import style from './ledger.module.css';
import { useScopeName } from './use-scope-name.ts';
import { type Verification, verifyScopes } from './verify.ts';
import { ledgerWords } from './words.ts';

export interface VerifyDialogProps {
  /** Undefined among them: all chains. */
  readonly scopes: readonly (string | undefined)[];
  onClose(): void;
}

/** Checks the ledger row by row, and says in words what holds and where it breaks. */
export function VerifyDialog({ scopes, onClose }: VerifyDialogProps) {
  const words = useWords(ledgerWords);
  const { data, error, refetch } = useQuery({
    queryKey: ['ledger', 'verification', scopes],
    queryFn: () => verifyScopes(scopes),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <Modal
      open
      width={680}
      title={words.verifyTitle}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <div className={contents.stack} role="status">
        {error ? (
          <ProblemNote error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <Result verification={data} />
        ) : (
          words.verifying
        )}
      </div>
    </Modal>
  );
}

function Result({ verification }: { readonly verification: Verification }) {
  const words = useWords(ledgerWords);
  const nameOf = useScopeName();
  const { sound, rows, chains, breaks } = verification;
  return (
    <>
      <p className={sound ? style.sound : style.broken}>
        {sound ? <Check size={18} aria-hidden="true" /> : <X size={18} aria-hidden="true" />}
        <strong>{sound ? words.sound(chains.length, count(rows)) : words.broken(breaks.length)}</strong>
      </p>
      {breaks.map(({ scope, seq, message }) => (
        <p key={`${scope} ${seq} ${message}`} className={style.break}>
          {message}
        </p>
      ))}
      <ScrollBox className={style.chains} label={words.chain}>
        <table className={contents.table}>
          <thead>
            <tr>
              <th scope="col">{words.chain}</th>
              <th scope="col">{words.rows}</th>
              <th scope="col">{words.head}</th>
              <th scope="col">{words.result}</th>
            </tr>
          </thead>
          <tbody>
            {chains.map((chain) => (
              <tr key={chain.scope}>
                <td>{nameOf(chain.scope)}</td>
                <td>{count(chain.rows)}</td>
                <td>{chain.head !== null && <ShortDigest digest={chain.head} of={words.head} />}</td>
                <td className={chain.sound ? style.sound : style.broken}>
                  {chain.sound ? <Check size={14} aria-hidden="true" /> : <X size={14} aria-hidden="true" />}
                  {chain.sound ? words.chainSound : words.chainBroken}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={notes.small}>{words.sealHint}</p>
    </>
  );
}
