import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '../api/queries.ts';
import { LanguageContext } from '../words/use-words.ts';
import { Entrance } from './entrance.tsx';
import { useBrightness, usePreferences } from './preferences.ts';

/** The whole workspace: how it speaks and looks, what it asked the server, and who is let in. */
export function Workspace() {
  const [{ language }] = usePreferences();
  const brightness = useBrightness();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset.brightness = brightness;
  }, [language, brightness]);
  return (
    <LanguageContext value={language}>
      <QueryClientProvider client={queries}>
        <Entrance />
      </QueryClientProvider>
    </LanguageContext>
  );
}
