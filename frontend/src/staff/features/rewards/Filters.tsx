/** What of the shelf is looked for. */

import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AgeGroup, RewardKind, RewardState } from '@/api';
import { ageGroupValues, rewardKindValues, rewardStateValues } from '@/api/schema.gen';
import { FilterSelect } from '../../ui/FilterSelect';
import { FindInput } from '../../ui/FindInput';

export interface RewardSearch {
  cursor?: string | undefined;
  search?: string | undefined;
  kind?: RewardKind | undefined;
  age_group?: AgeGroup | undefined;
  state?: RewardState | undefined;
  low?: boolean | undefined;
}

interface Props {
  search: RewardSearch;
  onFilter: (change: RewardSearch) => void;
}

export function Filters({ search, onFilter }: Props) {
  const { t } = useTranslation('staff-rewards');
  const { t: shared } = useTranslation('staff');
  return (
    <>
      <FindInput
        label={t('find')}
        value={search.search}
        onChange={(words) => onFilter({ search: words })}
        width={240}
      />
      <FilterSelect
        label={t('kind')}
        value={search.kind}
        options={rewardKindValues.map((value) => ({ value, label: t(`reward_kinds.${value}`) }))}
        onChange={(kind) => onFilter({ kind })}
      />
      <FilterSelect
        label={t('age_group')}
        value={search.age_group}
        options={ageGroupValues.map((value) => ({ value, label: shared(`age_groups.${value}`) }))}
        onChange={(age_group) => onFilter({ age_group })}
      />
      <FilterSelect
        label={t('state')}
        value={search.state}
        options={rewardStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(state) => onFilter({ state })}
      />
      <Checkbox
        checked={search.low === true}
        onChange={({ target }) => onFilter({ low: target.checked ? true : undefined })}
      >
        {t('low_only')}
      </Checkbox>
    </>
  );
}
