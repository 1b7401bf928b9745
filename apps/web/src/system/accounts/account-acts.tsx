import { App, Button } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { ReasonDialog } from '../../forms/reason-dialog.tsx';
import { SecretOnce } from '../../forms/secret-once.tsx';
import { useWords } from '../../words/use-words.ts';
import type { ListedAccount } from './account-queries.ts';
import style from './accounts.module.css';
import { newPassword } from './new-password.ts';
import { useAccountAct } from './use-account-act.ts';
import { accountsWords } from './words.ts';

type Act = 'password' | 'sessions' | 'disabled';

/** What can be done with an account as a whole: each asks why. */
export function AccountActs({ account }: { readonly account: ListedAccount }) {
  const words = useWords(accountsWords);
  const { message } = App.useApp();
  const [open, setOpen] = useState<Act>();
  const [secret, setSecret] = useState<string>();
  const { name, displayName, disabledAt } = account;
  const isDisabled = disabledAt !== null;
  const path = { account: name };
  const close = (): void => setOpen(undefined);
  const reset = useAccountAct(
    async (reason: string) => {
      const password = newPassword();
      await answered(
        api.PUT('/api/v1/accounts/{account}/password', { params: { path }, body: { password, reason } }),
      );
      return password;
    },
    (password) => {
      setSecret(password);
      close();
    },
  );
  const endSessions = useAccountAct(
    (reason: string) =>
      answered(api.DELETE('/api/v1/accounts/{account}/sessions', { params: { path, query: { reason } } })),
    () => {
      void message.success(words.sessionsEnded);
      close();
    },
  );
  const disable = useAccountAct(
    (reason: string) =>
      answered(
        api.PUT('/api/v1/accounts/{account}/disabled', {
          params: { path },
          body: { disabled: !isDisabled, reason },
        }),
      ),
    () => {
      void message.success(words.done);
      close();
    },
  );
  return (
    <div className={style.acts}>
      <Button size="small" onClick={() => setOpen('password')}>
        {words.resetPassword}
      </Button>
      <Button size="small" onClick={() => setOpen('sessions')}>
        {words.endSessions}
      </Button>
      <Button size="small" danger={!isDisabled} onClick={() => setOpen('disabled')}>
        {isDisabled ? words.enable : words.disable}
      </Button>
      {open === 'password' && (
        <ReasonDialog
          title={words.resetPassword}
          act={words.resetPassword}
          isDanger
          isPending={reset.isPending}
          error={reset.error}
          onSubmit={(reason) => reset.mutate(reason)}
          onClose={close}
        >
          {words.resetTold(displayName)}
        </ReasonDialog>
      )}
      {open === 'sessions' && (
        <ReasonDialog
          title={words.endSessions}
          act={words.endSessions}
          isDanger
          isPending={endSessions.isPending}
          error={endSessions.error}
          onSubmit={(reason) => endSessions.mutate(reason)}
          onClose={close}
        >
          {words.endSessionsTold(displayName)}
        </ReasonDialog>
      )}
      {open === 'disabled' && (
        <ReasonDialog
          title={isDisabled ? words.enableTitle : words.disableTitle}
          act={isDisabled ? words.enable : words.disable}
          isDanger={!isDisabled}
          isPending={disable.isPending}
          error={disable.error}
          onSubmit={(reason) => disable.mutate(reason)}
          onClose={close}
        >
          {isDisabled ? words.enableTold(displayName) : words.disableTold(displayName)}
        </ReasonDialog>
      )}
      {secret !== undefined && (
        <SecretOnce title={words.newPasswordTitle} secret={secret} onClose={() => setSecret(undefined)}>
          {words.newPasswordOf(displayName)}
        </SecretOnce>
      )}
    </div>
  );
}
