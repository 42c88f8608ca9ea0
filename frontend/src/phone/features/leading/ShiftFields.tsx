/** The shifts of a proposal: day, from when to when, for how many; the next one a week later unless it is changed. */

import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { endsNextDay, type ShiftDraft, shiftAfter } from './proposal';

const MOST = 50;

interface Props {
  shifts: ShiftDraft[];
  onChange: (shifts: ShiftDraft[]) => void;
  /** What the server found wrong with a field. */
  at: (field: string) => string | undefined;
}

export function ShiftFields({ shifts, onChange, at }: Props) {
  const { t } = useTranslation('phone-leading');
  const set = (key: number, change: Partial<ShiftDraft>) =>
    onChange(shifts.map((shift) => (shift.key === key ? { ...shift, ...change } : shift)));
  return (
    <>
      {shifts.map((shift, index) => (
        <fieldset key={shift.key} className="card framed">
          <legend>{shifts.length === 1 ? t('propose.when') : t('propose.shift', { number: index + 1 })}</legend>
          <Field
            label={t('propose.day')}
            type="date"
            value={shift.day}
            onChange={(day) => set(shift.key, { day })}
            error={at(`shifts[${index}].starts_at`)}
            required
          />
          <div className="halves">
            <Field
              label={t('propose.from')}
              type="time"
              value={shift.from}
              onChange={(from) => set(shift.key, { from })}
              required
            />
            <Field
              label={t('propose.until')}
              type="time"
              value={shift.until}
              onChange={(until) => set(shift.key, { until })}
              error={at(`shifts[${index}].ends_at`)}
              hint={endsNextDay(shift) ? t('propose.next_day') : undefined}
              required
            />
          </div>
          <Field
            label={t('propose.capacity')}
            inputMode="numeric"
            value={shift.capacity}
            onChange={(typed) => set(shift.key, { capacity: typed.replace(/\D/g, '').slice(0, 4) })}
            error={at(`shifts[${index}].capacity`)}
            required
          />
          {shifts.length > 1 && (
            <Button tone="danger" onClick={() => onChange(shifts.filter((one) => one.key !== shift.key))}>
              {t('propose.remove', { number: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        wide
        why={shifts.length >= MOST ? t('propose.enough') : undefined}
        onClick={() => onChange([...shifts, shiftAfter(shifts)])}
      >
        {t('propose.add')}
      </Button>
    </>
  );
}
