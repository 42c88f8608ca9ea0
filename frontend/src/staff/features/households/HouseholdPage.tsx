/** A household: who lives there, who stands for it, and the months of its pact. */

import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Facts } from '../../ui/Facts';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { ResidentLink } from '../../ui/ResidentLink';
import { usePlaces } from '../../ui/usePlaces';
import { useMe } from '../shell/useMe';
import { ChangeHousehold } from './ChangeHousehold';
import { Members } from './Members';
import { PactMonths } from './PactMonths';

interface Props {
  id: string;
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
}

export function HouseholdPage({ id, cursor, onPage }: Props) {
  const { t } = useTranslation('staff-households');
  const { isDesk } = useMe();
  const { buildingName, buildings, gridName } = usePlaces();
  const query = $api.useQuery('get', '/api/v1/households/{id}', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {(household) => {
        const building = buildings.find((one) => one.id === household.building_id);
        return (
          <Page
            title={`${buildingName(household.building_id)} ${household.door}`}
            actions={
              <>
                <LinkButton to="/households" search={{ building_id: household.building_id }}>
                  {t('same_building')}
                </LinkButton>
                {isDesk && <ChangeHousehold household={household} />}
              </>
            }
          >
            <Facts
              facts={[
                [t('grid'), gridName(building?.grid_id ?? '')],
                [
                  t('representative'),
                  household.representative_id ? (
                    <ResidentLink key="for" id={household.representative_id} />
                  ) : (
                    t('none_eldest')
                  ),
                ],
                [
                  t('block_head'),
                  building?.block_head_id ? <ResidentLink key="head" id={building.block_head_id} /> : t('none'),
                ],
              ]}
            />
            <Members householdId={id} representativeId={household.representative_id} />
            <Card title={t('pact.title')} styles={{ body: { padding: 0 } }}>
              <PactMonths id={id} cursor={cursor} onPage={onPage} />
            </Card>
          </Page>
        );
      }}
    </Answer>
  );
}
