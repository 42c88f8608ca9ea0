/** A ballot in a resident's place. Ballots are secret: nobody at the desk sees one that was cast. */

import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type WishPoll } from '@/api';
import { DialogForm } from '../../ui/DialogForm';
import { ResidentPicker } from '../../ui/ResidentPicker';

interface Values {
  resident_id: string;
  candidate_ids?: string[];
  suggestion?: string;
}

export function VoteButton({ poll }: { poll: WishPoll }) {
  const { t } = useTranslation('staff-wish-polls');
  const [open, setOpen] = useState(false);
  const vote = $api.useMutation('put', '/api/v1/wish-polls/{id}/ballot');
  const why = poll.state === 'open' ? undefined : t('vote.not_open');
  return (
    <>
      <Button disabled={why !== undefined} title={why} onClick={() => setOpen(true)}>
        {t('vote.do')}
      </Button>
      <DialogForm<Values>
        title={t('vote.do')}
        open={open}
        onClose={() => setOpen(false)}
        submit={({ resident_id, candidate_ids = [], suggestion = '' }) => {
          const wish = suggestion.trim();
          const body = { resident_id, candidate_ids, ...(wish !== '' && { suggestion: wish }) };
          return vote.mutateAsync({ params: { path: { id: poll.id } }, body });
        }}
        done={t('vote.done')}
        okText={t('vote.ok')}
      >
        <p>{t('vote.again')}</p>
        <Form.Item
          name="resident_id"
          label={t('vote.resident')}
          rules={[{ required: true, message: t('vote.resident_needed') }]}
        >
          <ResidentPicker autoFocus />
        </Form.Item>
        <Candidates poll={poll} />
        <Form.Item name="suggestion" label={t('vote.suggestion')}>
          <Input maxLength={40} />
        </Form.Item>
      </DialogForm>
    </>
  );
}

function Candidates({ poll }: { poll: WishPoll }) {
  const { t } = useTranslation('staff-wish-polls');
  const { t: shared } = useTranslation('staff');
  const chosen = Form.useWatch<string[] | undefined>('candidate_ids') ?? [];
  const full = chosen.length >= poll.choices;
  return (
    <Form.Item
      name="candidate_ids"
      label={t('vote.choose', { choices: poll.choices })}
      dependencies={['suggestion']}
      rules={[
        ({ getFieldValue }) => ({
          validator: async (_, ids: string[] = []) => {
            if (ids.length === 0 && !getFieldValue('suggestion')?.trim()) throw new Error(t('vote.nothing'));
          },
        }),
      ]}
    >
      <Checkbox.Group
        options={poll.candidates.map(({ id, name, age_group }) => ({
          value: id,
          label: age_group === 'all' ? name : t('vote.candidate', { name, group: shared(`age_groups.${age_group}`) }),
          disabled: full && !chosen.includes(id),
        }))}
      />
    </Form.Item>
  );
}
