/** How much waits for somebody at the desk, each figure with the way to its rows. */

import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { useMe } from '../shell/useMe';

/** Beyond so many it is "more than": nobody works through them by their number. */
const MOST = 100;

interface List {
  data: { items: unknown[] } | undefined;
  isError: boolean;
}

const query = <T extends object>(more: T) => ({ params: { query: { limit: MOST, ...more } } });

export function Waiting() {
  const { isDesk } = useMe();
  const desk = { enabled: isDesk };
  const claims = $api.useQuery('get', '/api/v1/claims', query({ waiting: true }));
  const rosters = $api.useQuery('get', '/api/v1/activities', query({ state: 'closed' as const }));
  const appeals = $api.useQuery('get', '/api/v1/no-show-appeals', query({ state: 'open' as const }));
  const adjustments = $api.useQuery('get', '/api/v1/adjustments', query({ state: 'proposed' as const }), desk);
  const held = $api.useQuery('get', '/api/v1/orders', query({ state: 'held' as const }), desk);
  const ready = $api.useQuery('get', '/api/v1/orders', query({ state: 'ready' as const }), desk);
  return (
    <div className="figures">
      <Link to="/queue" search={{ kind: 'claims' }}>
        <Figure label="claims" list={claims} />
      </Link>
      <Link to="/queue" search={{ kind: 'rosters' }}>
        <Figure label="rosters" list={rosters} />
      </Link>
      <Link to="/queue" search={{ kind: 'no_shows' }}>
        <Figure label="appeals" list={appeals} />
      </Link>
      {isDesk && (
        <>
          <Link to="/queue" search={{ kind: 'adjustments' }}>
            <Figure label="adjustments" list={adjustments} />
          </Link>
          <Link to="/orders" search={{ state: 'held' }}>
            <Figure label="held" list={held} />
          </Link>
          <Link to="/orders" search={{ state: 'ready' }}>
            <Figure label="ready" list={ready} />
          </Link>
        </>
      )}
    </div>
  );
}

interface Props {
  label: 'claims' | 'rosters' | 'appeals' | 'adjustments' | 'held' | 'ready';
  list: List;
}

function Figure({ label, list }: Props) {
  const { t } = useTranslation('staff-home');
  const count = list.data?.items.length;
  const shown = list.isError ? '–' : count === undefined ? '…' : count >= MOST ? `${MOST}+` : String(count);
  return (
    <Card size="small" hoverable className="figure">
      <span>{t(`waiting.${label}`)}</span>
      <strong className="number">{shown}</strong>
    </Card>
  );
}
