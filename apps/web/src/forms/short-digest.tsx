import { CopyButton } from './copy-button.tsx';
import style from './forms.module.css';

/** Characters of a digest that tell it apart for people. */
const SHORT = 12;

/** A digest: its beginning to be read, all of it to be copied. */
export function ShortDigest({ digest, of }: { readonly digest: string; readonly of: string }) {
  return (
    <span className={style.copied}>
      <code title={digest}>{digest.slice(0, SHORT)}</code>
      <CopyButton text={digest} of={of} />
    </span>
  );
}
