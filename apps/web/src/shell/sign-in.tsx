import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import type { Session } from '../api/answers.ts';
import { answered, api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { forgetSession, sessionQuery } from '../api/session.ts';
import { useWords } from '../words/use-words.ts';
import { PasswordField } from './password-field.tsx';
import { ProblemNote } from './problem-note.tsx';
import style from './sign-in.module.css';
import { shellWords } from './words.ts';

/**
 * The sign-in. It does without the library of the places' parts: a stranger waits for nothing that is not needed here.
 *
 * @param again who was signed in until the session ended: what is open stays theirs
 */
export function SignIn({ again }: { readonly again?: Session }) {
  const words = useWords(shellWords);
  const ids = { title: useId(), name: useId(), password: useId() };
  const { data: provider } = useQuery({
    queryKey: ['sign-on', 'provider'],
    queryFn: () => answered(api.GET('/api/v1/sign-on/provider')),
  });
  const signIn = useMutation({
    mutationFn: (body: { name: string; password: string }) => answered(api.POST('/api/v1/session', { body })),
    onSuccess: (session) => {
      if (again?.name !== session.name) return forgetSession(session);
      queries.setQueryData(sessionQuery.queryKey, session);
      void queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    signIn.mutate({
      name: again?.name ?? String(typed.get('name')),
      password: String(typed.get('password')),
    });
  };
  return (
    <div className={again ? style.over : style.alone}>
      <form className={style.form} onSubmit={submit} aria-labelledby={ids.title}>
        <header>
          <img src="/mark.svg" alt="" width="40" height="40" />
          <div>
            <h1 id={ids.title}>{words.title}</h1>
            <p>{words.subtitle}</p>
          </div>
        </header>
        {again && <p role="status">{words.signInAgain}</p>}
        <label htmlFor={ids.name}>{words.account}</label>
        <input
          className={style.field}
          id={ids.name}
          name="name"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={64}
          // biome-ignore lint/a11y/noAutofocus: there is nothing else to do on this page
          autoFocus={!again}
          {...(again && { value: again.name, readOnly: true })}
        />
        <label htmlFor={ids.password}>{words.password}</label>
        <PasswordField id={ids.password} autoFocus={Boolean(again)} />
        {signIn.isError && <ProblemNote error={signIn.error} />}
        <button type="submit" disabled={signIn.isPending} aria-busy={signIn.isPending}>
          {words.signIn}
        </button>
        {provider?.available && (
          <a href={`/api/v1/sign-on?to=${encodeURIComponent(location.pathname + location.search)}`}>
            {words.signOn}
          </a>
        )}
        {again ? (
          <button type="button" className={style.link} onClick={() => forgetSession(null)}>
            {words.otherAccount}
          </button>
        ) : (
          <footer>
            <a href="/api/docs">{words.services}</a>
          </footer>
        )}
      </form>
    </div>
  );
}
