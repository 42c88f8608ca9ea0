/** A reward: its stock, its price over time, what came and went. */

import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Reward } from '@/api';
import { whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { Facts } from '../../ui/Facts';
import { Page } from '../../ui/Page';
import { useMe } from '../shell/useMe';
import { Left, Shelf } from './Marks';
import { MovementForm } from './MovementForm';
import { Movements } from './Movements';
import { Prices } from './Prices';
import { RewardForm } from './RewardForm';

interface Search {
  tab?: 'movements' | 'prices' | undefined;
  cursor?: string | undefined;
}

interface Props {
  id: string;
  search: Search;
  onSearch: (search: Search) => void;
}

export function RewardPage({ id, search, onSearch }: Props) {
  const query = $api.useQuery('get', '/api/v1/rewards/{id}', { params: { path: { id } } });
  return <Answer query={query}>{(reward) => <Shown reward={reward} search={search} onSearch={onSearch} />}</Answer>;
}

function Shown({ reward, search, onSearch }: Omit<Props, 'id'> & { reward: Reward }) {
  const { t } = useTranslation('staff-rewards');
  const { t: shared } = useTranslation('staff');
  const { tab = 'movements', cursor } = search;
  const list = { id: reward.id, cursor, onPage: (next: string | undefined) => onSearch({ ...search, cursor: next }) };
  return (
    <Page title={reward.name} actions={<Actions reward={reward} />}>
      <Facts
        facts={[
          [t('left'), <Left key="left" reward={reward} />],
          [t('stock'), t('pieces', { number: reward.stock })],
          [t('reserved'), t('pieces', { number: reward.reserved })],
          [t('price'), `${whole(reward.price_points)} ${shared('points')}`],
          [t('limit'), reward.limit_per_quarter ?? t('unlimited')],
          [t('low_stock_at'), reward.low_stock_at ?? t('never')],
          [t('age_group'), shared(`age_groups.${reward.age_group}`)],
          [t('state'), <Shelf key="state" state={reward.state} />],
          [t('description'), reward.description],
        ]}
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => onSearch({ tab: key === 'prices' ? 'prices' : undefined })}
        items={[
          { key: 'movements', label: t('movements'), children: tab === 'movements' && <Movements {...list} /> },
          { key: 'prices', label: t('prices'), children: tab === 'prices' && <Prices {...list} /> },
        ]}
      />
    </Page>
  );
}

function Actions({ reward }: { reward: Reward }) {
  const { t } = useTranslation('staff-rewards');
  const { isDesk } = useMe();
  const [open, setOpen] = useState<'change' | 'movement'>();
  const change = $api.useMutation('patch', '/api/v1/rewards/{id}');
  if (!isDesk) return null;
  const params = { path: { id: reward.id } };
  const onShelf = reward.state === 'on_shelf';
  const close = () => setOpen(undefined);
  return (
    <>
      <CommandButton
        run={() => change.mutateAsync({ params, body: { state: onShelf ? 'off_shelf' : 'on_shelf' } })}
        done={t(onShelf ? 'taken_off' : 'put_on')}
        {...(onShelf && { ask: t('take_off_ask') })}
      >
        {t(onShelf ? 'take_off' : 'put_on_shelf')}
      </CommandButton>
      <Button onClick={() => setOpen('change')}>{t('change')}</Button>
      <Button type="primary" onClick={() => setOpen('movement')}>
        {t('movement.enter')}
      </Button>
      <RewardForm
        title={t('change')}
        open={open === 'change'}
        onClose={close}
        reward={reward}
        submit={(body) => change.mutateAsync({ params, body })}
        done={t('changed')}
      />
      <MovementForm reward={reward} open={open === 'movement'} onClose={close} />
    </>
  );
}
