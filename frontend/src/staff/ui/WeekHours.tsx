/** Hours of the week: spans of some days, any of which will do. One that ends before it begins ends on the next day. */

import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Opening } from '@/api';
import { dayOfWeekValues } from '@/api/schema.gen';

interface Props {
  id?: string;
  value?: Opening[] | null;
  onChange?: (hours: Opening[]) => void;
}

const NEW: Opening = { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' };

export function WeekHours({ id, value, onChange }: Props) {
  const { t } = useTranslation('staff');
  const hours = value ?? [];
  const change = (index: number, part: Partial<Opening>) =>
    onChange?.(hours.map((span, at) => (at === index ? { ...span, ...part } : span)));
  return (
    <div id={id} style={{ display: 'grid', gap: 8 }}>
      {hours.map((span, index) => (
        // A span has nothing but its place to be known by.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className="filters" style={{ gap: 8 }}>
          <Select
            mode="multiple"
            aria-label={t('hours.days_n', { number: index + 1 })}
            placeholder={t('hours.days')}
            value={span.weekdays}
            onChange={(days) => change(index, { weekdays: dayOfWeekValues.filter((day) => days.includes(day)) })}
            options={dayOfWeekValues.map((day) => ({ value: day, label: t(`weekdays.${day}`) }))}
            style={{ flex: '1 1 220px' }}
          />
          <Time label={t('hours.from')} value={span.from} onChange={(from) => change(index, { from })} />
          –
          <Time label={t('hours.to')} value={span.to} onChange={(to) => change(index, { to })} />
          <Button
            icon={<DeleteOutlined />}
            aria-label={t('hours.remove_n', { number: index + 1 })}
            onClick={() => onChange?.(hours.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button type="dashed" onClick={() => onChange?.([...hours, NEW])}>
        {t('hours.add')}
      </Button>
    </div>
  );
}

function Time({ label, value, onChange }: { label: string; value: string; onChange: (time: string) => void }) {
  return (
    <TimePicker
      aria-label={label}
      placeholder={label}
      format="HH:mm"
      minuteStep={5}
      needConfirm={false}
      allowClear={false}
      value={dayjs(value, 'HH:mm').isValid() ? dayjs(value, 'HH:mm') : null}
      onChange={(time) => time && onChange(time.format('HH:mm'))}
      style={{ width: 96 }}
    />
  );
}
