import { Button, Modal } from 'antd';
import { Link } from 'react-router';
import { mayIn } from '../../api/rights.ts';
import { useSession } from '../../api/session.ts';
import { ShortDigest } from '../../forms/short-digest.tsx';
import { ConfidenceMark } from '../../provenance/confidence-mark.tsx';
import contents from '../../split/contents.module.css';
import { useWords } from '../../words/use-words.ts';
import type { Parameter } from '../rules-query.ts';
import { shownValue } from '../shown-value.ts';
import { rulesWords } from '../words.ts';
import { ledgerOfThreshold } from './ledger-address.ts';
import type { SettingDialogProps } from './setting-dialog-props.ts';

interface SettingDoneProps extends Omit<SettingDialogProps, 'parameter'> {
  readonly title: string;
  readonly was: Parameter;
  readonly is: Parameter;
  /** Of the rule book. */
  readonly digests: { readonly before: string; readonly after: string };
}

/** What a setting has changed: the value, and the digest by which every later report tells it. */
export function SettingDone({ title, book, rule, region, was, is, digests, onClose }: SettingDoneProps) {
  const words = useWords(rulesWords);
  const session = useSession();
  const bookTitle = words.bookTitles[book.id]!;
  return (
    <Modal
      open
      title={title}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <Button type="primary" autoFocus onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <div className={contents.stack} role="status">
        <p>
          {is.title}：{shownValue(was.value, was.unit)} → <strong>{shownValue(is.value, is.unit)}</strong>{' '}
          <ConfidenceMark confidence={is.confidence} />
        </p>
        <p>{words.digestChanged(bookTitle)}</p>
        <dl className={contents.digests}>
          <dt>{words.before}</dt>
          <dd>
            <ShortDigest digest={digests.before} of={words.before} />
          </dd>
          <dt>{words.after}</dt>
          <dd>
            <ShortDigest digest={digests.after} of={words.after} />
          </dd>
        </dl>
        {mayIn(session, 'ledger.read', region.adcode) && (
          <Link to={ledgerOfThreshold(region.adcode, book.id, rule.id, is.name)}>{words.onLedger}</Link>
        )}
      </div>
    </Modal>
  );
}
