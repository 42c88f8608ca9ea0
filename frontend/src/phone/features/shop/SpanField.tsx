/** One span of the week: its days, from when and until when. */

import { useTranslation } from 'react-i18next';
import type { DayOfWeek, Opening } from '@/api';
import { dayOfWeekValues } from '@/api/schema.gen';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';

interface Props {
  name: string;
  span: Opening;
  onChange: (span: Opening) => void;
  onDrop: () => void;
}

export function SpanField({ name, span, onChange, onDrop }: Props) {
  const { t } = useTranslation('phone-shop');
  const { t: common } = useTranslation('phone');
  const toggle = (day: DayOfWeek) => {
    const chosen = new Set(span.weekdays);
    if (!chosen.delete(day)) chosen.add(day);
    onChange({ ...span, weekdays: dayOfWeekValues.filter((one) => chosen.has(one)) });
  };
  return (
    <fieldset className="span">
      <legend>{name}</legend>
      <div className="days">
        {dayOfWeekValues.map((day) => (
          <button
            key={day}
            type="button"
            className="button"
            aria-pressed={span.weekdays.includes(day)}
            onClick={() => toggle(day)}
          >
            {common(`days.${day}`)}
          </button>
        ))}
      </div>
      <div className="halves">
        <Field label={t('hours.from')} type="time" value={span.from} onChange={(from) => onChange({ ...span, from })} />
        <Field label={t('hours.to')} type="time" value={span.to} onChange={(to) => onChange({ ...span, to })} />
      </div>
      <Button tone="plain" onClick={onDrop}>
        {t('hours.drop', { name })}
      </Button>
    </fieldset>
  );
}
