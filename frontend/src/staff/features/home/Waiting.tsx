/** How much waits for somebody at the desk, each figure with the way to its rows; what does not wait is not shown. */

import { Link, linkOptions } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';

const queue = <K extends string>(kind: K) => linkOptions({ to: '/queue', search: { kind } as { kind: never } });

const kinds = [
  { kind: 'claims', to: queue('claims') },
  { kind: 'memberships', to: queue('memberships') },
  { kind: 'activities', to: queue('activities') },
  { kind: 'rosters', to: queue('rosters') },
  { kind: 'pacts', to: queue('pacts') },
  { kind: 'no_shows', to: queue('no_shows') },
  { kind: 'adjustments', to: queue('adjustments') },
  { kind: 'statements', to: queue('statements') },
  { kind: 'signals', to: queue('signals') },
  { kind: 'orders_held', to: linkOptions({ to: '/orders', search: { state: 'held' } }) },
  { kind: 'orders_ready', to: linkOptions({ to: '/orders', search: { state: 'ready' } }) },
] as const;

export function Waiting() {
  const { t } = useTranslation('staff-home');
  const query = $api.useQuery('get', '/api/v1/waiting');
  return (
    <section className="page" aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting.title')}</h2>
      <Answer query={query}>
        {(waiting) => {
          const some = kinds.filter(({ kind }) => (waiting[kind] ?? 0) > 0);
          if (some.length === 0) return <p className="plain">{t('waiting.none')}</p>;
          return (
            <div className="figures">
              {some.map(({ kind, to }) => (
                <Link key={kind} {...to}>
                  <Card size="small" hoverable className="figure">
                    <span>{t(`waiting.${kind}`)}</span>
                    <strong className="number">{whole(waiting[kind] ?? 0)}</strong>
                  </Card>
                </Link>
              ))}
            </div>
          );
        }}
      </Answer>
    </section>
  );
}
