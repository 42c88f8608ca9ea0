/** One more candidate of a wish poll, often one that residents suggested. */

import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type NewWishCandidate } from '@/api';
import { ageGroupValues } from '@/api/schema.gen';
import { DialogForm } from '../../ui/DialogForm';

interface Props {
  id: string;
  open: boolean;
  onClose: () => void;
  /** What was suggested. */
  name?: string | undefined;
}

export function CandidateForm({ id, open, onClose, name }: Props) {
  const { t } = useTranslation('staff-wish-polls');
  const { t: shared } = useTranslation('staff');
  const add = $api.useMutation('post', '/api/v1/wish-polls/{id}/candidates');
  return (
    <DialogForm<NewWishCandidate>
      title={t('add_candidate')}
      open={open}
      onClose={onClose}
      submit={(body) => add.mutateAsync({ params: { path: { id } }, body })}
      done={t('candidate_added')}
      initialValues={{ name, age_group: 'all' }}
    >
      <Form.Item
        name="name"
        label={t('candidate')}
        extra={name && t('taken_up_hint')}
        rules={[{ required: true, message: shared('field.needed') }]}
      >
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <Form.Item name="age_group" label={t('age_group')}>
        <Radio.Group
          options={ageGroupValues.map((value) => ({ value, label: shared(`age_groups.${value}`) }))}
          optionType="button"
        />
      </Form.Item>
    </DialogForm>
  );
}
