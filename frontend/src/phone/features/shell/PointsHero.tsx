/** A resident's points at a glance: what can be spent, what is held or owed, and what lapses next. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { civilDay, whole } from '@/lib/format';
import { TroubleShown } from '../../ui/TroubleShown';

export function PointsHero({ residentId }: { residentId: string }) {
  const { t } = useTranslation('phone-home');
  const query = $api.useQuery('get', '/api/v1/residents/{id}/wallet', { params: { path: { id: residentId } } });
  const wallet = query.data;
  if (wallet === undefined && query.error) return <TroubleShown error={query.error} retry={query.refetch} />;
  const next = wallet?.lapses_next;
  return (
    <section className="card hero" aria-busy={wallet === undefined}>
      <h2>{t('points.available')}</h2>
      <p className="big">{wallet === undefined ? '—' : whole(wallet.available)}</p>
      {wallet !== undefined && wallet.held > 0 && <p>{t('points.held', { points: whole(wallet.held) })}</p>}
      {wallet !== undefined && wallet.debt > 0 && <p>{t('points.debt', { points: whole(wallet.debt) })}</p>}
      {next?.lapses_on && <p>{t('points.lapses', { points: whole(next.points), day: civilDay(next.lapses_on) })}</p>}
      <p>
        <Link to="/points" className="touch-link">
          {t('points.more')}
        </Link>
      </p>
    </section>
  );
}
