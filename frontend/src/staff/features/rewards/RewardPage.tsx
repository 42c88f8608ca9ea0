/** A reward: its stock or, of a service, its slots; its price over time. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Reward } from '@/api';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { Page } from '../../ui/Page';
import { Photos } from '../../ui/Photos';
import { Sections } from '../../ui/Sections';
import { SlotList, type SlotSearch } from '../../ui/SlotList';
import { useMe } from '../shell/useMe';
import { MovementForm } from './MovementForm';
import { Movements } from './Movements';
import { Prices } from './Prices';
import { RewardFacts } from './RewardFacts';
import { RewardForm } from './RewardForm';

interface Search extends SlotSearch {
  tab?: 'prices' | undefined;
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
  const { isDesk } = useMe();
  const [entering, setEntering] = useState(false);
  const { tab = 'first', cursor } = search;
  const list = { id: reward.id, cursor, onPage: (next: string | undefined) => onSearch({ ...search, cursor: next }) };
  const isService = reward.kind === 'service';
  const slots = (
    <SlotList
      of="rewards"
      id={reward.id}
      search={search}
      onSearch={onSearch}
      changeable={isDesk}
      planning={entering}
      onPlanned={() => setEntering(false)}
    />
  );
  return (
    <Page title={reward.name} actions={isDesk && <Actions reward={reward} onEnter={() => setEntering(true)} />}>
      <div className={reward.photo_id ? 'beside-picture' : 'page'}>
        {reward.photo_id && <Photos photos={[{ id: reward.photo_id }]} side={200} />}
        <RewardFacts reward={reward} />
      </div>
      <Sections
        label={reward.name}
        value={tab}
        options={[
          { value: 'first', label: t(isService ? 'slots' : 'movements') },
          { value: 'prices', label: t('prices') },
        ]}
        onChange={(next) => onSearch({ tab: next === 'prices' ? next : undefined })}
      />
      {tab === 'prices' ? <Prices {...list} /> : isService ? slots : <Movements {...list} />}
      {!isService && <MovementForm reward={reward} open={entering} onClose={() => setEntering(false)} />}
    </Page>
  );
}

interface ActionsProps {
  reward: Reward;
  /** Slots are to be planned, or stock is to be entered. */
  onEnter: () => void;
}

function Actions({ reward, onEnter }: ActionsProps) {
  const { t } = useTranslation('staff-rewards');
  const [changing, setChanging] = useState(false);
  const change = $api.useMutation('patch', '/api/v1/rewards/{id}');
  const params = { path: { id: reward.id } };
  const onShelf = reward.state === 'on_shelf';
  return (
    <>
      <CommandButton
        run={() => change.mutateAsync({ params, body: { state: onShelf ? 'off_shelf' : 'on_shelf' } })}
        done={t(onShelf ? 'taken_off' : 'put_on')}
        {...(onShelf && { ask: t(reward.kind === 'service' ? 'take_off_ask_service' : 'take_off_ask') })}
      >
        {t(onShelf ? 'take_off' : 'put_on_shelf')}
      </CommandButton>
      <Button onClick={() => setChanging(true)}>{t('change')}</Button>
      <Button type="primary" onClick={onEnter}>
        {t(reward.kind === 'service' ? 'plan_slots' : 'movement.enter')}
      </Button>
      <RewardForm
        title={t('change')}
        open={changing}
        onClose={() => setChanging(false)}
        reward={reward}
        submit={(body) => change.mutateAsync({ params, body })}
        done={t('changed')}
      />
    </>
  );
}
