import { SankeyChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { init, use as registerParts } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { LegendEntry } from '../../map/look.ts';
import { useBrightness } from '../../shell/preferences.ts';
import { hectares } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { deskWords } from '../desk/words.ts';
import type { Flows } from './matrix-flows.ts';

registerParts([SankeyChart, TooltipComponent, LabelLayout, CanvasRenderer]);

interface SankeyProps {
  readonly flows: Flows;
  readonly legend: readonly LegendEntry[];
}

/** Ground that flows from the classes before to those after, as wide as its area. The table beside it says the same to those who do not see it. */
export function Sankey({ flows, legend }: SankeyProps) {
  const words = useWords(deskWords);
  const brightness = useBrightness();
  const room = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another brightness has another ink
  useEffect(() => {
    const element = room.current!;
    const chart = init(element);
    const nameOf = (id: string): string => {
      const code = id.slice(id.indexOf(':') + 1);
      return legend.find((entry) => entry.code === code)?.title ?? code;
    };
    const ink = getComputedStyle(element).color;
    chart.setOption({
      animation: false,
      tooltip: {
        trigger: 'item',
        formatter: ({ dataType, data }: { dataType: string; data: Record<string, unknown> }) =>
          dataType === 'edge'
            ? words.flow(
                nameOf(String(data.source)),
                nameOf(String(data.target)),
                hectares(Number(data.value)),
              )
            : nameOf(String(data.name)),
      },
      series: [
        {
          type: 'sankey',
          ...{ left: 16, right: 110, top: 12, bottom: 12, nodeGap: 6, nodeWidth: 14, draggable: false },
          data: flows.nodes.map(({ id, code }) => ({
            name: id,
            itemStyle: {
              color: legend.find((entry) => entry.code === code)?.colour ?? '#9aa5ad',
              borderColor: ink,
              borderWidth: 0.4,
            },
          })),
          links: flows.links.map((link) => ({ ...link })),
          label: { color: ink, fontSize: 12, formatter: ({ name }: { name: string }) => nameOf(name) },
          labelLayout: { hideOverlap: true },
          lineStyle: { color: 'gradient', opacity: 0.45 },
        },
      ],
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [flows, legend, words, brightness]);
  return <div ref={room} role="img" aria-label={words.sankey} style={{ width: '100%', height: '100%' }} />;
}
