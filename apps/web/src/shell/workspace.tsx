import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect } from 'react';
import { queries } from '../api/queries.ts';
import { themeOf } from '../look/theme.ts';
import { LanguageContext } from '../words/use-words.ts';
import { Entrance } from './entrance.tsx';
import { useBrightness, useMotion, usePreferences } from './preferences.ts';

const locales = { zh: zhCN, en: enUS } as const;

/** The whole workspace: how it speaks and looks, what it asked the server, and the page that the address names. */
export function Workspace() {
  const [{ language }] = usePreferences();
  const brightness = useBrightness();
  const motion = useMotion();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset.brightness = brightness;
  }, [language, brightness]);
  return (
    <LanguageContext value={language}>
      <ConfigProvider
        locale={locales[language]}
        theme={themeOf(brightness, motion)}
        wave={{ disabled: true }}
        // A space between two characters would be another word than the one that a button is called by.
        button={{ autoInsertSpace: false }}
      >
        <App component={false}>
          <QueryClientProvider client={queries}>
            <Entrance />
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </LanguageContext>
  );
}
