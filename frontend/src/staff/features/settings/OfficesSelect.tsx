/** The offices that are given by name; all other roles follow from what a person is. */

import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/api';

const offices = ['community_administrator', 'staff', 'social_worker'] as const;

interface Props {
  id?: string;
  value?: Role[];
  onChange?: (offices: Role[]) => void;
}

export function OfficesSelect(props: Props) {
  const { t } = useTranslation('staff-settings');
  return (
    <Select<Role[]>
      {...props}
      mode="multiple"
      placeholder={t('users.no_office')}
      options={offices.map((value) => ({ value, label: t(`roles.${value}`) }))}
    />
  );
}
