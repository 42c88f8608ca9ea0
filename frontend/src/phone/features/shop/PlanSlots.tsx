/** Planning a slot, once or again and again. */

import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Every } from '@/api';
import { everyValues } from '@/api/schema.gen';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { Refusal } from '../../ui/Refusal';
import { Sheet } from '../../ui/Sheet';
import { useTell } from '../../ui/Told';
import { utcOf } from '../../ui/times';

export function PlanSlots({ offerId }: { offerId: string }) {
  const { t } = useTranslation('phone-shop');
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState('');
  const [from, setFrom] = useState('09:00');
  const [to, setTo] = useState('10:00');
  const [seats, setSeats] = useState('20');
  const [every, setEvery] = useState<Every | 'once'>('once');
  const [times, setTimes] = useState('1');
  const plan = $api.useMutation('post', '/api/v1/offers/{id}/slots', {
    onSuccess: ({ items }) => {
      setOpen(false);
      tell(t('plan.done', { count: items.length }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const repeat = every === 'once' ? {} : { repeat: { every, times: Number(times) } };
    const [starts_at, ends_at] = [utcOf(`${day}T${from}`), utcOf(`${day}T${to}`)];
    if (starts_at === undefined || ends_at === undefined) return;
    plan.mutate({ params: { path: { id: offerId } }, body: { starts_at, ends_at, seats: Number(seats), ...repeat } });
  };
  const rhythms = (['once', ...everyValues] as const).map((value) => ({ value, label: t(`plan.every.${value}`) }));
  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        {t('plan.open')}
      </Button>
      <Sheet title={t('plan.title')} open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={submit}>
          <Field label={t('plan.day')} type="date" value={day} onChange={setDay} required />
          <div className="pair">
            <Field label={t('plan.from')} type="time" value={from} onChange={setFrom} required />
            <Field label={t('plan.to')} type="time" value={to} onChange={setTo} required />
          </div>
          <Field label={t('plan.seats')} inputMode="numeric" value={seats} onChange={setSeats} required />
          <Choice label={t('plan.repeat')} value={every} onChange={setEvery} options={rhythms} />
          {every !== 'once' && (
            <Field
              label={t('plan.times')}
              hint={t('plan.times_hint')}
              inputMode="numeric"
              value={times}
              onChange={setTimes}
              required
            />
          )}
          <Refusal error={plan.error} />
          <Button type="submit" tone="primary" wide busy={plan.isPending}>
            {t('plan.submit')}
          </Button>
        </form>
      </Sheet>
    </>
  );
}
