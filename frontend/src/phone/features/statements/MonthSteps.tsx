/** From month to month; not into those that have not begun. */

import { useTranslation } from 'react-i18next';
import { spokenMonth } from '@/lib/format';
import { Button } from '../../ui/Button';
import { monthAfter, thisMonth } from './months';

export function MonthSteps({ month, onMonth }: { month: string; onMonth: (month: string) => void }) {
  const { t } = useTranslation('phone-statements');
  const isLast = month >= thisMonth();
  return (
    <div className="month">
      <Button aria-label={t('month.before')} onClick={() => onMonth(monthAfter(month, -1))}>
        ‹
      </Button>
      <strong aria-live="polite">{spokenMonth(month)}</strong>
      <Button aria-label={t('month.next')} disabled={isLast} onClick={() => onMonth(monthAfter(month, 1))}>
        ›
      </Button>
    </div>
  );
}
