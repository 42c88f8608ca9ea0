/** Several residents, found one after another. */

import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ResidentPicker } from '../../ui/ResidentPicker';

export interface Person {
  id: string;
  name: string;
}

interface Props {
  id?: string;
  value?: Person[];
  onChange?: (people: Person[]) => void;
}

export function PeoplePicker({ id, value = [], onChange }: Props) {
  const { t } = useTranslation('staff-ledger');
  return (
    <>
      <ResidentPicker
        key={value.length}
        {...(id !== undefined && { id })}
        autoFocus={value.length > 0}
        onChange={(_, resident) => {
          if (resident === undefined || value.some((one) => one.id === resident.id)) return;
          onChange?.([...value, { id: resident.id, name: resident.name }]);
        }}
      />
      {value.length > 0 && (
        <ul className="filters" style={{ listStyle: 'none', padding: 0, margin: '12px 0 0', gap: 8 }}>
          {value.map((one) => (
            <li key={one.id} style={{ border: '1px solid #d9d9d9', borderRadius: 6, paddingInlineStart: 10 }}>
              {one.name}
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('action.drop_person', { name: one.name })}
                onClick={() => onChange?.(value.filter(({ id: other }) => other !== one.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
