/** For a block head: household by household, who kept the pact this month. Each mark is recorded at once. */

import { useTranslation } from 'react-i18next';
import { $api, type Pact } from '@/api';
import { spokenMonth } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { Households } from './Households';

export function BuildingPact({ id }: { id: string }) {
  const { t } = useTranslation('phone-pact');
  const query = $api.useQuery('get', '/api/v1/pacts');
  const pact = query.data?.items.find((one) => one.building_id === id);
  return (
    <Screen title={pact ? t('building.title', { name: pact.building_name }) : t('buildings.title')} back>
      <Answer query={query}>{() => pact && <Shown pact={pact} />}</Answer>
    </Screen>
  );
}

function Shown({ pact }: { pact: Pact }) {
  const { t } = useTranslation('phone-pact');
  return (
    <>
      <section className="card">
        <h2>{spokenMonth(pact.month)}</h2>
        <p>{t('building.progress', { kept: pact.kept, not_kept: pact.not_kept, households: pact.households })}</p>
        <progress
          max={Math.max(1, pact.households)}
          value={pact.kept + pact.not_kept}
          aria-label={t('building.progress_label')}
        />
        {pact.settled_at && <p className="note">{t('building.settled')}</p>}
      </section>
      <Households pact={pact} />
    </>
  );
}
