/** A chart of bars and lines. ECharts, as little of it as is needed, drawn as SVG. */

import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '@/lib/format';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface Series {
  name: string;
  colour: string;
  values: number[];
  line?: boolean;
}

interface Props {
  title: string;
  names: string[];
  series: Series[];
}

const optionOf = (names: string[], series: Series[]) => ({
  animation: false,
  grid: { left: 8, right: 8, top: series.length > 1 ? 36 : 16, bottom: 4, containLabel: true },
  tooltip: { trigger: 'axis' as const, valueFormatter: (value: unknown) => whole(Number(value)) },
  ...(series.length > 1 && { legend: { top: 0, left: 0 } }),
  xAxis: { type: 'category' as const, data: names, axisTick: { alignWithLabel: true } },
  yAxis: { type: 'value' as const, minInterval: 1, axisLabel: { formatter: whole } },
  series: series.map(({ name, colour, values, line }) => ({
    name,
    type: line ? ('line' as const) : ('bar' as const),
    data: values,
    itemStyle: { color: colour },
    barMaxWidth: 28,
  })),
});

export function Chart({ title, names, series }: Props) {
  const { t } = useTranslation('staff-home');
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(null);
  useEffect(() => {
    const box = place.current;
    if (box === null) return;
    const drawn = init(box, null, { renderer: 'svg' });
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(box);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, []);
  // Only what changed is drawn anew; a series that is gone goes.
  useEffect(() => chart.current?.setOption(optionOf(names, series), { notMerge: true }), [names, series]);
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <div ref={place} role="img" aria-label={t('steps.chart', { title })} />
    </figure>
  );
}
