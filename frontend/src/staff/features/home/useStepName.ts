/** What a day, a week or a month of a chart is called. */

import { useTranslation } from 'react-i18next';
import type { Figures, FiguresStep } from '@/api';

const short = (day: string) => day.slice(5).replace('-', '/');

export function useStepName(by: Figures['by']): (step: FiguresStep) => string {
  const { t } = useTranslation('staff-home');
  return ({ from, until }) => {
    if (by === 'month') return t('steps.month_of', { year: from.slice(0, 4), month: Number(from.slice(5, 7)) });
    return from === until ? short(from) : `${short(from)}–${short(until)}`;
  };
}
