/** Planning a slot, once or again and again. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Every } from '@/api';
import { everyValues } from '@/api/schema.gen';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { Form } from '../../ui/Form';
import { Sheet } from '../../ui/Sheet';
import { utcOf } from '../../ui/times';
import { useCommand } from '../../ui/useCommand';

export function PlanSlots({ offerId }: { offerId: string }) {
  const { t } = useTranslation('phone-shop');
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState('');
  const [from, setFrom] = useState('09:00');
  const [to, setTo] = useState('10:00');
  const [seats, setSeats] = useState('20');
  const [every, setEvery] = useState<Every | 'once'>('once');
  const [times, setTimes] = useState('1');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/offers/{id}/slots');
  const utc = (clock: string) => utcOf(`${day}T${clock}`) ?? clock;
  const repeat = every === 'once' ? undefined : { every, times: Number(times) };
  const plan = useCommand(
    () =>
      mutateAsync({
        params: { path: { id: offerId } },
        body: { starts_at: utc(from), ends_at: utc(to), seats: Number(seats), ...(repeat && { repeat }) },
      }),
    t('plan.done', { count: 1 + (repeat?.times ?? 0) }),
    () => setOpen(false),
  );
  const rhythms = (['once', ...everyValues] as const).map((value) => ({ value, label: t(`plan.every.${value}`) }));
  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        {t('plan.open')}
      </Button>
      <Sheet title={t('plan.title')} open={open} onClose={() => setOpen(false)}>
        <Form command={plan} onSubmit={plan.start} submit={t('plan.submit')}>
          <Field
            label={t('plan.day')}
            type="date"
            value={day}
            onChange={setDay}
            error={plan.at('starts_at')}
            required
          />
          <div className="halves">
            <Field label={t('plan.from')} type="time" value={from} onChange={setFrom} required />
            <Field label={t('plan.to')} type="time" value={to} onChange={setTo} error={plan.at('ends_at')} required />
          </div>
          <Field
            label={t('plan.seats')}
            inputMode="numeric"
            value={seats}
            onChange={setSeats}
            error={plan.at('seats')}
            required
          />
          <Choice label={t('plan.repeat')} value={every} onChange={setEvery} options={rhythms} />
          {every !== 'once' && (
            <Field
              label={t('plan.times')}
              hint={t('plan.times_hint')}
              inputMode="numeric"
              value={times}
              onChange={setTimes}
              error={plan.at('times')}
              required
            />
          )}
        </Form>
      </Sheet>
    </>
  );
}
