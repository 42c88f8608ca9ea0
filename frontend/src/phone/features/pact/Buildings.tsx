/** For a block head: the own buildings, and how far the month's pact is recorded in each. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { spokenMonth } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Empty } from '../../ui/Empty';
import { Screen } from '../../ui/Screen';
import { Status } from '../../ui/Status';

export function Buildings() {
  const { t } = useTranslation('phone-pact');
  const query = $api.useQuery('get', '/api/v1/pacts');
  return (
    <Screen title={t('buildings.title')} back>
      <p className="soft">{t('buildings.about')}</p>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('buildings.empty')}</Empty>
          ) : (
            <ul className="stack">
              {items.map((pact) => (
                <li key={pact.building_id}>
                  <Link to="/pact/buildings/$id" params={{ id: pact.building_id }} className="card">
                    <span className="row">
                      <strong>
                        {pact.estate} {pact.building_name}
                      </strong>
                      <Status tone={pact.settled_at ? 'neutral' : 'waiting'}>
                        {pact.settled_at ? t('buildings.settled') : t('buildings.open')}
                      </Status>
                    </span>
                    <span>{spokenMonth(pact.month)}</span>
                    <span className="soft">
                      {t('buildings.recorded', { recorded: pact.kept + pact.not_kept, households: pact.households })}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Screen>
  );
}
