/** The member card: what the desk and the neighbours scan, and the code to read out. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Code } from '../../ui/Code';
import { Screen } from '../../ui/Screen';
import { useMe } from '../shell/useMe';
import { useResidentId } from '../shell/useResidentId';

export function Card() {
  const { t } = useTranslation('phone-profile');
  const { me } = useMe();
  const id = useResidentId();
  const query = $api.useQuery('get', '/api/v1/residents/{id}', { params: { path: { id } } });
  return (
    <Screen title={t('card')} back>
      <Answer query={query}>
        {(resident) => (
          <section className="card centred">
            <h2>{resident.name}</h2>
            <p className="soft">{me.community_name}</p>
            <Code scanned={resident.card_code} typed={resident.card_code} label={t('card_code')} />
            <p className="soft">{t('card_about')}</p>
          </section>
        )}
      </Answer>
    </Screen>
  );
}
