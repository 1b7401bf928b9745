import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import style from './sign-in.module.css';
import { shellWords } from './words.ts';

/** Where one types the password of the account, and may look at what was typed. */
export function PasswordField({ id, autoFocus }: { readonly id: string; readonly autoFocus: boolean }) {
  const words = useWords(shellWords);
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className={style.password}>
      <input
        className={style.field}
        id={id}
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={256}
        // biome-ignore lint/a11y/noAutofocus: who signs in again has nothing else to type
        autoFocus={autoFocus}
      />
      <button
        type="button"
        aria-label={words.showPassword}
        title={words.showPassword}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
      >
        <Icon size={18} aria-hidden="true" />
      </button>
    </div>
  );
}
