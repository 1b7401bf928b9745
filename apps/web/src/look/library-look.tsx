import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useBrightness, useMotion, usePreferences } from '../shell/preferences.ts';
import { themeOf } from './theme.ts';

const locales = { zh: zhCN, en: enUS } as const;

/** The look and the language of the library's parts in what is inside. */
export function LibraryLook({ children }: { readonly children: ReactNode }) {
  const [{ language }] = usePreferences();
  const brightness = useBrightness();
  const motion = useMotion();
  return (
    <ConfigProvider
      locale={locales[language]}
      theme={themeOf(brightness, motion)}
      wave={{ disabled: true }}
      // A space between two characters would be another word than the one that a button is called by.
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
