/** Who works at the till of a store: taken in by phone number, and out again. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Field } from '../../ui/Field';
import { Form } from '../../ui/Form';
import { useCommand } from '../../ui/useCommand';
import { RemoveCashier } from './RemoveCashier';

export function Cashiers({ storeId }: { storeId: string }) {
  const { t } = useTranslation('phone-shop');
  const [phone, setPhone] = useState('');
  const query = $api.useQuery('get', '/api/v1/stores/{id}/cashiers', {
    params: { path: { id: storeId }, query: { limit: 200 } },
  });
  const { mutateAsync } = $api.useMutation('post', '/api/v1/stores/{id}/cashiers');
  const add = useCommand(
    () => mutateAsync({ params: { path: { id: storeId } }, body: { phone: phone.trim() } }),
    t('cashiers.added'),
    () => setPhone(''),
  );
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
      <Form command={add} onSubmit={add.start} submit={t('cashiers.add')}>
        <Field
          label={t('cashiers.phone')}
          hint={t('cashiers.phone_hint')}
          inputMode="tel"
          autoComplete="off"
          maxLength={11}
          value={phone}
          onChange={setPhone}
          error={add.at('phone')}
          required
        />
      </Form>
    </section>
  );
}
