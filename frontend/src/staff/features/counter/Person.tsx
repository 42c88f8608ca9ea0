/** Who stands at the counter, and what there is to spend. */

import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Wallet } from '@/api';
import { civilDay, grouped, whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { HouseholdName } from '../../ui/HouseholdName';
import { Status } from '../../ui/Status';

interface Props {
  id: string;
  wallet: { data: Wallet | undefined; error: unknown; refetch: () => unknown };
}

export function Person({ id, wallet }: Props) {
  const { t } = useTranslation('staff-counter');
  const notices = $api.useQuery('get', '/api/v1/notices/unread', { params: { query: { resident_id: id } } });
  const unread = notices.data?.unread ?? 0;
  const resident = $api.useQuery('get', '/api/v1/residents/{id}', { params: { path: { id } } });
  return (
    <Card size="small">
      <Answer query={resident}>
        {(one) => (
          <div className="counter-who">
            <h2>{one.name}</h2>
            {one.state !== 'active' && <Status tone="warning">{t(`states.${one.state}`)}</Status>}
            <p>
              {[one.birth_year && t('born', { year: one.birth_year }), one.phone ?? t('no_phone')]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p>
              <HouseholdName id={one.household_id} />
            </p>
            <p className="number">{t('card', { code: grouped(one.card_code) })}</p>
            {unread > 0 && (
              <Link to="/residents/$id" params={{ id }} search={{ tab: 'notices' }}>
                {t('unread', { unread })}
              </Link>
            )}
          </div>
        )}
      </Answer>
      <Answer query={wallet}>{(found) => <Purse wallet={found} />}</Answer>
    </Card>
  );
}

function Purse({ wallet }: { wallet: Wallet }) {
  const { t } = useTranslation('staff-counter');
  const { available, held, debt, lapses_next: lapses } = wallet;
  return (
    <div className="counter-purse number">
      <p>
        {t('available')} <strong>{whole(available)}</strong>
      </p>
      {held > 0 && <p>{t('held', { points: held })}</p>}
      {debt > 0 && <Status tone="warning">{t('debt', { points: debt })}</Status>}
      {lapses?.lapses_on && <p>{t('lapses', { points: lapses.points, day: civilDay(lapses.lapses_on) })}</p>}
    </div>
  );
}
