import { App } from 'antd';
import { Link2 } from 'lucide-react';
import { useWords } from '../words/use-words.ts';
import panel from './panel.module.css';
import { oneMapWords } from './words.ts';

/** Copies the address, which is the scene. */
export function ShareButton() {
  const words = useWords(oneMapWords);
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      void message.success(words.shared);
    } catch {
      // Not over plain http, or not allowed.
      void message.warning(words.shareFailed);
    }
  };
  return (
    <button type="button" className={panel.icon} aria-label={words.share} title={words.share} onClick={copy}>
      <Link2 size={16} aria-hidden="true" />
    </button>
  );
}
