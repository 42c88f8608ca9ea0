/** Changes name, phone, year of birth or household of a resident. */

import { Alert, Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Resident } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { ResidentFields } from './ResidentFields';

interface Values {
  name: string;
  phone?: string;
  no_phone?: boolean;
  birth_year: number | null;
  household_id: string;
}

export function ChangeResident({ resident }: { resident: Resident }) {
  const { t } = useTranslation(['staff-residents', 'staff']);
  const [open, setOpen] = useState(false);
  const [moves, setMoves] = useState(false);
  const change = $api.useMutation('patch', '/api/v1/residents/{id}');
  const submit = ({ phone, no_phone, ...rest }: Values) => {
    const number = no_phone ? { phone: null } : phone ? { phone } : {};
    return change.mutateAsync({ params: { path: { id: resident.id } }, body: { ...rest, ...number } });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('staff:action.change')}</Button>
      <DialogForm<Values>
        title={t('change_title', { name: resident.name })}
        open={open}
        onClose={() => {
          setOpen(false);
          setMoves(false);
        }}
        submit={submit}
        done={t('changed')}
        initialValues={{
          name: resident.name,
          birth_year: resident.birth_year ?? null,
          household_id: resident.household_id,
        }}
        onValuesChange={(_, values) => setMoves(values.household_id !== resident.household_id)}
      >
        <ResidentFields phoneNow={resident.phone} />
        {resident.phone && (
          <Form.Item name="no_phone" valuePropName="checked">
            <Checkbox>{t('phone_gone')}</Checkbox>
          </Form.Item>
        )}
        {moves && <Alert type="warning" showIcon title={t('move_follows')} />}
      </DialogForm>
    </>
  );
}
