/** When orders are picked up: the supermarket's days, and how long the goods are kept. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { listed } from '@/lib/format';

export function Pickup() {
  const { t } = useTranslation('phone-rewards');
  const { data } = $api.useQuery('get', '/api/v1/community');
  if (data === undefined) return null;
  const { weekdays, month_days } = data.opening_days;
  const days = [
    ...weekdays.map((day) => t(`pickup.weekdays.${day}`)),
    ...month_days.map((day) => t('pickup.month_day', { day })),
  ];
  return (
    <p className="soft">
      {days.length > 0 && t('pickup.days', { days: listed(days) })}
      {t('pickup.kept', { count: data.pickup_days })}
    </p>
  );
}
