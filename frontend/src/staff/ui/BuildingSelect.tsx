/** One of the community's buildings, by estate and name. */

import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePlaces } from './usePlaces';

interface Props {
  id?: string;
  /** What it is for, where there is no label beside it. */
  label?: string;
  value?: string | undefined;
  onChange?: (id: string | undefined) => void;
  /** Only those of this grid. */
  gridId?: string | undefined;
  width?: number | string;
}

export function BuildingSelect({ id, label, value, onChange, gridId, width = '100%' }: Props) {
  const { t } = useTranslation('staff');
  const { buildings } = usePlaces();
  return (
    <Select<string | null>
      {...(id !== undefined && { id })}
      {...(label !== undefined && { 'aria-label': label })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={label ?? t('place.building')}
      value={value ?? null}
      onChange={(chosen) => onChange?.(chosen ?? undefined)}
      options={buildings
        .filter((building) => gridId === undefined || building.grid_id === gridId)
        .map((building) => ({ value: building.id, label: `${building.estate} ${building.name}` }))}
      style={{ width, minWidth: 160 }}
    />
  );
}
