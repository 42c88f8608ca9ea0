/** The words that go with a decision. */

import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '../../ui/DialogForm';
import { type Item, type Verb, ways } from './items';
import { useHeadline } from './useHeadline';

interface Props {
  verb: Verb;
  items: Item[];
  onClose: () => void;
  onSubmit: (note: string) => Promise<unknown>;
}

export function NoteDialog({ verb, items, onClose, onSubmit }: Props) {
  const { t } = useTranslation('staff-queue');
  const headline = useHeadline();
  const [first] = items;
  const label = first && ways[first.kind][verb]?.label;
  const title = label === undefined ? t('note') : t(`label.${label}`);
  return (
    <DialogForm<{ note: string }>
      title={title}
      open
      onClose={onClose}
      submit={({ note }) => onSubmit(note)}
      done={t(items.length === 1 ? `done.${verb}` : 'done.several')}
      okText={title}
      danger={verb === 'refuse'}
    >
      <p>{items.length === 1 && first ? headline(first).title : t('bulk.about', { count: items.length })}</p>
      <Form.Item
        name="note"
        label={t('note')}
        extra={t('note_read')}
        rules={[{ required: true, min: 2, max: 200, message: t('note_hint') }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount autoFocus />
      </Form.Item>
    </DialogForm>
  );
}
