/** Registers a resident, and leads to the new page with wallet and card. */

import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { ResidentFields } from './ResidentFields';

interface Values {
  name: string;
  phone?: string;
  birth_year?: number | null;
  household_id: string;
}

export function CreateResident({ householdId }: { householdId?: string }) {
  const { t } = useTranslation('staff-residents');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const create = $api.useMutation('post', '/api/v1/residents');
  const submit = async ({ phone, ...rest }: Values) => {
    const made = await create.mutateAsync({ body: { ...rest, phone: phone || null } });
    await navigate({ to: '/residents/$id', params: { id: made.id } });
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('create')}
      </Button>
      <DialogForm<Values>
        title={t('create')}
        open={open}
        onClose={() => setOpen(false)}
        submit={submit}
        done={t('created')}
        {...(householdId !== undefined && { initialValues: { household_id: householdId } })}
      >
        <ResidentFields />
      </DialogForm>
    </>
  );
}
