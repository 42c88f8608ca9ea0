/** Where a statement stands, what was said about it, and what the partner has to say now. */

import { useTranslation } from 'react-i18next';
import { $api, type Statement, type StoreStatement } from '@/api';
import { dayOf } from '@/lib/format';
import { Status, type Tone } from '../../ui/Status';
import { useMe } from '../shell/useMe';
import { AgreeButton } from './AgreeButton';
import { DisputeButton } from './DisputeButton';

const tones: Record<Statement['state'], Tone> = {
  open: 'neutral',
  closed: 'waiting',
  agreed: 'good',
  disputed: 'warning',
  settled: 'good',
};

export function Standing({ statement }: { statement: StoreStatement }) {
  const { t } = useTranslation('phone-statements');
  const { me } = useMe();
  const id = statement.statement_id ?? '';
  const { data: closed } = $api.useQuery(
    'get',
    '/api/v1/statements/{id}',
    { params: { path: { id } } },
    { enabled: id !== '' },
  );
  const mayAnswer = statement.state === 'closed' && me.partner_ids.includes(statement.partner_id);
  return (
    <section className="card" aria-label={t('standing')}>
      <div className="row">
        <h2>{statement.store_name}</h2>
        <Status tone={tones[statement.state]}>{t(`states.${statement.state}`)}</Status>
      </div>
      <p className="soft">{t(`about.${statement.state}`)}</p>
      {closed?.closed_at && <p className="soft">{t('closed', { day: dayOf(closed.closed_at) })}</p>}
      {closed?.dispute && <p className="note">{t('dispute.said', { words: closed.dispute })}</p>}
      {closed?.settlement && (
        <p className="note" data-tone="good">
          {t('settlement', { words: closed.settlement })}
        </p>
      )}
      {mayAnswer && (
        <div className="answers">
          <AgreeButton id={id} />
          <DisputeButton id={id} />
        </div>
      )}
    </section>
  );
}
