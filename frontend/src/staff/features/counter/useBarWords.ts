/** Why no more of a reward can be picked, in words. */

import { useTranslation } from 'react-i18next';
import type { Bar } from './basket';

export function useBarWords(): (bar: Bar) => string {
  const { t } = useTranslation('staff-counter');
  return (bar) => {
    if (bar.kind === 'points') return t('bar.points', bar);
    if (bar.kind === 'limit' || bar.kind === 'limit_used') return t(`bar.${bar.kind}`, bar);
    return t(`bar.${bar.kind}`);
  };
}
