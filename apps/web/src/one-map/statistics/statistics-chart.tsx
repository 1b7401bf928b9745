import { useEffect, useRef } from 'react';
import { useBrightness } from '../../shell/preferences.ts';
import { useWords } from '../../words/use-words.ts';
import style from './statistics.module.css';
import type { StatisticsRow } from './summed.ts';
import { statisticsWords } from './words.ts';

interface StatisticsChartProps {
  readonly rows: readonly StatisticsRow[];
  readonly classes: readonly { readonly code: string; readonly title: string; readonly colour: string }[];
}

export function StatisticsChart({ rows, classes }: StatisticsChartProps) {
  const words = useWords(statisticsWords);
  const room = useRef<HTMLDivElement>(null);
  const brightness = useBrightness();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours of the page change with its brightness
  useEffect(() => {
    let remove: (() => void) | undefined;
    let isGone = false;
    void import('./chart.ts').then(({ drawChart }) => {
      if (isGone || !room.current) return;
      const colours = getComputedStyle(room.current);
      remove = drawChart(room.current, rows, classes, {
        ink: colours.getPropertyValue('--faint').trim(),
        line: colours.getPropertyValue('--line').trim(),
        font: colours.fontFamily,
      });
    });
    return () => {
      isGone = true;
      remove?.();
    };
  }, [rows, classes, brightness]);
  return (
    <div className={style.chart}>
      <div ref={room} role="img" aria-label={words.chart} />
    </div>
  );
}
