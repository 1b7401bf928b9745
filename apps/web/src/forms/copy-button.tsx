import { App } from 'antd';
import { Copy } from 'lucide-react';
import { useWords } from '../words/use-words.ts';
import style from './forms.module.css';
import { formWords } from './words.ts';

/** @param of what is copied, for those who do not see it */
export function CopyButton({ text, of }: { readonly text: string; readonly of: string }) {
  const words = useWords(formWords);
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      void message.success(words.copied);
    } catch {
      void message.warning(words.copyFailed);
    }
  };
  const label = `${words.copy} ${of}`;
  return (
    <button type="button" className={style.copy} aria-label={label} title={label} onClick={() => void copy()}>
      <Copy size={14} aria-hidden="true" />
    </button>
  );
}
