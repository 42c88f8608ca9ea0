/** Changing when a store is open: all of its spans anew. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Opening, type Store } from '@/api';
import { Button } from '../../ui/Button';
import { Form } from '../../ui/Form';
import { Sheet } from '../../ui/Sheet';
import { useCommand } from '../../ui/useCommand';
import { SpanField } from './SpanField';

const usual: Opening = { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '09:00', to: '21:00' };

export function HoursButton({ store }: { store: Store }) {
  const { t } = useTranslation('phone-shop');
  const [open, setOpen] = useState(false);
  const [spans, setSpans] = useState(store.hours);
  const { mutateAsync } = $api.useMutation('patch', '/api/v1/stores/{id}');
  const change = useCommand(
    () => mutateAsync({ params: { path: { id: store.id } }, body: { hours: spans } }),
    t('hours.done'),
    () => setOpen(false),
  );
  const begin = () => {
    setSpans(store.hours);
    setOpen(true);
  };
  const put = (place: number, span: Opening) => setSpans(spans.map((one, at) => (at === place ? span : one)));
  return (
    <>
      <Button onClick={begin}>{t('hours.open')}</Button>
      <Sheet title={t('hours.edit')} open={open} onClose={() => setOpen(false)}>
        <Form command={change} onSubmit={change.start} submit={t('hours.save')}>
          {spans.map((span, place) => (
            <SpanField
              // biome-ignore lint/suspicious/noArrayIndexKey: a span has no name but its place
              key={place}
              name={t('hours.span', { place: place + 1 })}
              span={span}
              onChange={(next) => put(place, next)}
              onDrop={() => setSpans(spans.filter((_, at) => at !== place))}
            />
          ))}
          <Button wide onClick={() => setSpans([...spans, usual])}>
            {t('hours.add')}
          </Button>
        </Form>
      </Sheet>
    </>
  );
}
