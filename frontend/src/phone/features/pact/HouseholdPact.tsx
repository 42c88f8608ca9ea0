/** How the household kept the pact of neighbours, month by month, and what that earned. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { useResidentId } from '../shell/useResidentId';
import { Months } from './Months';

export function HouseholdPact() {
  const { t } = useTranslation('phone-pact');
  const id = useResidentId();
  const query = $api.useQuery('get', '/api/v1/residents/{id}', { params: { path: { id } } });
  return (
    <Screen title={t('title')} back>
      <p className="soft">{t('about')}</p>
      <Answer query={query}>{(resident) => <Months householdId={resident.household_id} residentId={id} />}</Answer>
    </Screen>
  );
}
