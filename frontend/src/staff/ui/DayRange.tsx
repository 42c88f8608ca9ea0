/** The first and the last day of what is asked for, both included; either may be open. */

import { useTranslation } from 'react-i18next';
import { DayPicker } from './DayPicker';

interface Days {
  from?: string | undefined;
  until?: string | undefined;
}

export function DayRange({ from, until, onChange }: Days & { onChange: (change: Days) => void }) {
  const { t } = useTranslation('staff');
  return (
    <>
      <DayPicker label={t('days.from')} value={from} onChange={(day) => onChange({ from: day })} width={140} />
      <DayPicker label={t('days.until')} value={until} onChange={(day) => onChange({ until: day })} width={140} />
    </>
  );
}
