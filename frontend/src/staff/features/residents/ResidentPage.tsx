/** A resident: who it is, and in tabs all that hangs together with it. */

import { Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Resident } from '@/api';
import { grouped } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Facts } from '../../ui/Facts';
import { HouseholdLink } from '../../ui/HouseholdLink';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { Sections } from '../../ui/Sections';
import { Status } from '../../ui/Status';
import { useMe } from '../shell/useMe';
import { ChangeResident } from './ChangeResident';
import { HistoryTab } from './HistoryTab';
import { HonoursTab } from './HonoursTab';
import { MembershipsTab } from './MembershipsTab';
import { NoShowsTab } from './NoShowsTab';
import { NoticesTab } from './NoticesTab';
import { OrdersTab } from './OrdersTab';
import { ResidentMore } from './ResidentMore';
import { RevealPhone } from './RevealPhone';
import { type Tab, type TabSearch, tabsFor } from './tabs';
import { tones } from './tones';
import { VouchersTab } from './VouchersTab';
import { WalletTab } from './WalletTab';

interface Props {
  id: string;
  search: TabSearch;
  onSearch: (search: TabSearch) => void;
}

export function ResidentPage({ id, search, onSearch }: Props) {
  const query = $api.useQuery('get', '/api/v1/residents/{id}', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {(resident) => <ResidentShown resident={resident} search={search} onSearch={onSearch} />}
    </Answer>
  );
}

function ResidentShown({ resident, search, onSearch }: Omit<Props, 'id'> & { resident: Resident }) {
  const { t } = useTranslation('staff-residents');
  const { isDesk } = useMe();
  const { id } = resident;
  const list = { id, cursor: search.cursor, onPage: (cursor?: string) => onSearch({ ...search, cursor }) };
  const tabs: Record<Tab, React.ReactNode> = {
    wallet: <WalletTab resident={resident} />,
    history: <HistoryTab {...list} />,
    memberships: <MembershipsTab {...list} />,
    vouchers: <VouchersTab {...list} />,
    orders: <OrdersTab {...list} />,
    no_shows: <NoShowsTab {...list} />,
    honours: <HonoursTab id={id} />,
    notices: <NoticesTab {...list} />,
  };
  const tab = search.tab ?? 'wallet';
  return (
    <Page
      title={resident.name}
      actions={
        isDesk && (
          <>
            <ResidentMore resident={resident} />
            <ChangeResident resident={resident} />
            <LinkButton primary to="/residents/$id/card" params={{ id }}>
              {t('card_print')}
            </LinkButton>
          </>
        )
      }
    >
      <Facts
        facts={[
          [
            t('state'),
            <Status key="state" tone={tones[resident.state]}>
              {t(`states.${resident.state}`)}
            </Status>,
          ],
          [t('household'), <HouseholdLink key="home" id={resident.household_id} />],
          [
            t('card'),
            <span key="card" className="number">
              {grouped(resident.card_code)}
            </span>,
          ],
          [
            t('phone'),
            <Space key="phone" className="number">
              {resident.phone ?? t('no_phone')}
              {isDesk && resident.phone && <RevealPhone id={id} />}
            </Space>,
          ],
          [t('birth_year'), resident.birth_year],
        ]}
      />
      <Sections
        label={resident.name}
        value={tab}
        options={tabsFor(isDesk).map((value) => ({ value, label: t(`tabs.${value}`) }))}
        onChange={(next) => onSearch({ tab: next })}
      />
      {tabs[tab]}
    </Page>
  );
}
