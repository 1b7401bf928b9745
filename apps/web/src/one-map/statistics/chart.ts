import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { StatisticsRow } from './summed.ts';

use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

interface ChartLook {
  readonly ink: string;
  readonly line: string;
  readonly font: string;
}

/**
 * Bars of the townships, each made of its classes in the colours of the map. This module is the library's only door: it comes when a chart is first drawn.
 *
 * @returns takes the chart away
 */
export function drawChart(
  element: HTMLElement,
  rows: readonly StatisticsRow[],
  classes: readonly { readonly code: string; readonly title: string; readonly colour: string }[],
  look: ChartLook,
): () => void {
  const chart = init(element, undefined, { renderer: 'svg' });
  const regions = rows.filter(({ kind }) => kind !== 'sum');
  const axis = {
    axisLabel: { color: look.ink, fontFamily: look.font },
    axisLine: { lineStyle: { color: look.line } },
  };
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: look.font },
    grid: { left: 8, right: 16, top: 8, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'item',
      confine: true,
      valueFormatter: (value: unknown) =>
        `${Number(value).toLocaleString('zh-CN', { maximumFractionDigits: 2 })} ha`,
    },
    xAxis: { type: 'value', ...axis, splitLine: { lineStyle: { color: look.line } } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: regions.map(({ name }) => name),
      ...axis,
      // Each bar has its name: small ones, as long as there is room for them.
      axisLabel: { ...axis.axisLabel, interval: 0, fontSize: 11, hideOverlap: true },
      axisTick: { show: false },
    },
    series: classes.map(({ title, colour }, c) => ({
      type: 'bar' as const,
      stack: 'area',
      name: title,
      barMaxWidth: 18,
      itemStyle: { color: colour, borderColor: look.line, borderWidth: 0.5 },
      data: regions.map(({ areas }) => (areas[c] ?? 0) / 10_000),
    })),
  });
  const resize = new ResizeObserver(() => chart.resize());
  resize.observe(element);
  return () => {
    resize.disconnect();
    chart.dispose();
  };
}
