import { useMutation } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { CircleUserRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { answered, api } from '../api/client.ts';
import { forgetSession, useSession } from '../api/session.ts';
import { type Language, languages, useWords } from '../words/use-words.ts';
import { type Brightness, usePreferences } from './preferences.ts';
import style from './top-bar.module.css';
import { shellWords } from './words.ts';

const ChangePassword = lazy(async () => ({
  default: (await import('./change-password.tsx')).ChangePassword,
}));

/** Who is signed in, how they like the workspace, and the way out. */
export function AccountMenu() {
  const words = useWords(shellWords);
  const { name, displayName, grants } = useSession();
  const [{ language, brightness }, change] = usePreferences();
  const [isChangingPassword, setChangingPassword] = useState(false);
  const signOut = useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/session')),
    onSettled: () => forgetSession(null),
  });
  const titles = [...new Set(grants.map(({ title }) => title))].join('、');
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          selectable: true,
          selectedKeys: [`language:${language}`, `brightness:${brightness ?? 'system'}`],
          items: [
            { key: 'who', label: `${displayName}（${name}）`, disabled: true },
            { type: 'divider' },
            {
              type: 'group',
              label: words.language,
              children: Object.entries(languages).map(([key, label]) => ({ key: `language:${key}`, label })),
            },
            {
              type: 'group',
              label: words.brightness,
              children: [
                { key: 'brightness:light', label: words.light },
                { key: 'brightness:dark', label: words.dark },
                { key: 'brightness:system', label: words.asSystem },
              ],
            },
            { type: 'divider' },
            { key: 'password', label: words.changePassword },
            { key: 'docs', label: <a href="/api/docs">{words.services}</a> },
            { key: 'sign-out', label: words.signOut },
          ],
          onClick: ({ key }) => {
            const [what, value] = key.split(':');
            if (what === 'language') change({ language: value as Language });
            if (what === 'brightness')
              change({ brightness: value === 'system' ? undefined : (value as Brightness) });
            if (what === 'password') setChangingPassword(true);
            if (what === 'sign-out') signOut.mutate();
          },
        }}
      >
        <button type="button" className={style.plain}>
          <span className={style.account}>
            {displayName}
            <small>{titles}</small>
          </span>
          <CircleUserRound size={22} strokeWidth={1.5} aria-hidden="true" />
        </button>
      </Dropdown>
      {isChangingPassword && (
        <Suspense>
          <ChangePassword onClose={() => setChangingPassword(false)} />
        </Suspense>
      )}
    </>
  );
}
