/** Finds a resident by name, pinyin initials, phone ending or member card, as one types. */

import { keepPreviousData } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Resident } from '@/api';
import { useDelayed } from '@/lib/useDelayed';

interface Props {
  id?: string;
  /** What it is for, where there is no label beside it. */
  label?: string;
  value?: string;
  onChange?: (id: string | undefined, resident?: Resident) => void;
  autoFocus?: boolean;
  /** What it is for, where there is no label beside it. */
  'aria-label'?: string;
}

export function ResidentPicker({ label, value, onChange, ...rest }: Props) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const search = useDelayed(typed.trim());
  const found = $api.useQuery(
    'get',
    '/api/v1/residents',
    { params: { query: { search, state: 'active', limit: 20 } } },
    { enabled: search !== '', placeholderData: keepPreviousData },
  );
  const chosen = $api.useQuery(
    'get',
    '/api/v1/residents/{id}',
    { params: { path: { id: value ?? '' } } },
    { enabled: value !== undefined, staleTime: 300_000 },
  );
  const before = chosen.data && value !== undefined ? [chosen.data] : [];
  const items = search === '' ? before : (found.data?.items ?? []);
  return (
    <Select
      {...rest}
      {...(label !== undefined && { 'aria-label': label })}
      {...(value !== undefined && { value })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('resident.find')}
      loading={found.isFetching}
      notFoundContent={search === '' ? t('resident.find_hint') : t('resident.none')}
      onChange={(id?: string) =>
        onChange?.(
          id,
          items.find((resident) => resident.id === id),
        )
      }
      options={items.map((one) => ({
        value: one.id,
        label: [one.name, one.phone, one.card_code].filter(Boolean).join(' · '),
      }))}
      style={{ minWidth: 240, width: '100%' }}
    />
  );
}
