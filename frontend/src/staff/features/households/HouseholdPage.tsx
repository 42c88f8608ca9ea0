/** A household: who lives there, who stands for it, and the months of its pact. */

import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Facts } from '../../ui/Facts';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { ResidentLink } from '../../ui/ResidentLink';
import { useBuilding } from '../../ui/useBuilding';
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
  const query = $api.useQuery('get', '/api/v1/households/{id}', { params: { path: { id } } });
  const building = useBuilding(query.data?.building_id);
  const grids = $api.useQuery('get', '/api/v1/grids', { params: { query: { limit: 200 } } });
  return (
    <Answer query={query}>
      {(household) => {
        return (
          <Page
            title={building ? `${building.estate} ${building.name} ${household.door}` : household.door}
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
                [t('grid'), grids.data?.items.find((grid) => grid.id === building?.grid_id)?.name],
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
