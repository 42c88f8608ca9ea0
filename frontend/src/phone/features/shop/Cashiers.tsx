/** Who works at the till of a store: taken in by phone number, and out again. */

import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Refusal } from '../../ui/Refusal';
import { useTell } from '../../ui/Told';
import { RemoveCashier } from './RemoveCashier';

export function Cashiers({ storeId }: { storeId: string }) {
  const { t } = useTranslation('phone-shop');
  const tell = useTell();
  const [phone, setPhone] = useState('');
  const query = $api.useQuery('get', '/api/v1/stores/{id}/cashiers', {
    params: { path: { id: storeId }, query: { limit: 200 } },
  });
  const add = $api.useMutation('post', '/api/v1/stores/{id}/cashiers', {
    onSuccess: () => {
      setPhone('');
      tell(t('cashiers.added'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ params: { path: { id: storeId } }, body: { phone: phone.trim() } });
  };
  return (
    <section className="card" aria-label={t('cashiers.title')}>
      <h2>{t('cashiers.title')}</h2>
      <Answer query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="soft">{t('cashiers.empty')}</p>}
            <ul>
              {items.map((one) => (
                <li key={one.user_id} className="line">
                  <span>
                    <strong>{one.name}</strong>
                    <span className="sub number">{one.phone}</span>
                  </span>
                  <RemoveCashier storeId={storeId} cashier={one} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
      <form className="stack" onSubmit={submit}>
        <Field
          label={t('cashiers.phone')}
          hint={t('cashiers.phone_hint')}
          inputMode="tel"
          autoComplete="off"
          maxLength={11}
          value={phone}
          onChange={setPhone}
          required
        />
        <Refusal error={add.error} />
        <Button type="submit" wide busy={add.isPending}>
          {t('cashiers.add')}
        </Button>
      </form>
    </section>
  );
}
