/** Who was named for something, with a way to name and to remove people. */

import { Button, Card, Form, Input, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assignee } from '@/api';
import { Answer } from './Answer';
import { CommandButton } from './CommandButton';
import { DialogForm } from './DialogForm';
import { Rows } from './Rows';

interface Props {
  title: string;
  query: { data: { items: Assignee[] } | undefined; error: unknown; refetch: () => unknown };
  /** Nobody can be named or removed without these. */
  add?: (phone: string) => Promise<unknown>;
  remove?: (userId: string) => Promise<unknown>;
}

export function Assignees({ title, query, add, remove }: Props) {
  const { t } = useTranslation('staff');
  const [adding, setAdding] = useState(false);
  const columns: TableProps<Assignee>['columns'] = [
    { title: t('assignees.name'), dataIndex: 'name' },
    { title: t('assignees.phone'), dataIndex: 'phone', className: 'number' },
  ];
  if (remove) {
    columns.push({
      key: 'actions',
      title: t('assignees.action'),
      width: 120,
      render: (_, { user_id, name }) => (
        <CommandButton
          type="link"
          danger
          style={{ paddingInline: 0 }}
          ask={t('assignees.remove_ask', { name })}
          run={() => remove(user_id)}
          done={t('assignees.removed')}
        >
          {t('assignees.remove')}
        </CommandButton>
      ),
    });
  }
  return (
    <Card
      className="assignees"
      title={title}
      extra={add && <Button onClick={() => setAdding(true)}>{t('assignees.add')}</Button>}
      styles={{ body: { padding: 0 } }}
    >
      <Answer query={query}>
        {({ items }) => <Rows<Assignee> rowKey="user_id" columns={columns} rows={items} empty={t('assignees.none')} />}
      </Answer>
      {add && (
        <DialogForm<{ phone: string }>
          title={t('assignees.add_to', { title })}
          open={adding}
          onClose={() => setAdding(false)}
          submit={({ phone }) => add(phone.trim())}
          done={t('assignees.added')}
        >
          <Form.Item
            name="phone"
            label={t('assignees.phone')}
            extra={t('assignees.phone_hint')}
            rules={[{ required: true, message: t('field.needed') }]}
          >
            <Input inputMode="tel" maxLength={11} autoFocus />
          </Form.Item>
        </DialogForm>
      )}
    </Card>
  );
}
