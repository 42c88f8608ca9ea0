/** A household: first the building, then the door. */

import { Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { byCursor, useWhole } from '@/lib/whole';
import { BuildingSelect } from './BuildingSelect';
import { inOrder } from './usePlaces';

interface Props {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
}

export function HouseholdPicker({ id, value, onChange }: Props) {
  const { t } = useTranslation('staff');
  const chosen = $api.useQuery(
    'get',
    '/api/v1/households/{id}',
    { params: { path: { id: value ?? '' } } },
    { enabled: value !== undefined },
  );
  const [picked, setPicked] = useState<string>();
  const building = picked ?? chosen.data?.building_id;
  const households = $api.useInfiniteQuery(
    'get',
    '/api/v1/households',
    { params: { query: { limit: 200, ...(building !== undefined && { building_id: building }) } } },
    { ...byCursor, enabled: building !== undefined },
  );
  const { soFar, data, error } = useWhole(households);
  const options = soFar
    .toSorted((a, b) => inOrder(a.door, b.door))
    .map((household) => ({ value: household.id, label: household.door }));
  return (
    <Space.Compact block>
      <BuildingSelect
        label={t('place.building')}
        value={building}
        onChange={(next) => {
          setPicked(next);
          onChange?.(undefined);
        }}
      />
      <Select<string | null>
        {...(id !== undefined && { id })}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={building === undefined ? t('place.building_first') : t('place.door')}
        disabled={building === undefined}
        loading={building !== undefined && data === undefined && !error}
        value={value ?? null}
        onChange={(next) => onChange?.(next ?? undefined)}
        options={building === undefined ? [] : options}
        style={{ width: '100%' }}
      />
    </Space.Compact>
  );
}
