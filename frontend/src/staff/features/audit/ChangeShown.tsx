/** What a thing was before and after, field by field, without what stayed the same. */

import { type TableProps, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/api';
import { Rows } from '../../ui/Rows';
import { type Line, linesOf } from './linesOf';

export function ChangeShown({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('staff-audit');
  const lines = linesOf(entry.before, entry.after);
  const columns: TableProps<Line>['columns'] = [
    {
      title: t('field'),
      dataIndex: 'field',
      width: 240,
      render: (field: string) => <Typography.Text code>{field}</Typography.Text>,
    },
    { title: t('before'), dataIndex: 'before', render: words },
    { title: t('after'), dataIndex: 'after', render: words },
  ];
  return (
    <>
      {lines.length === 0 ? (
        t('no_change')
      ) : (
        <Rows<Line> rowKey="field" size="small" bordered columns={columns} rows={lines} />
      )}
      {entry.request_id && (
        <p style={{ margin: '8px 0 0' }}>
          {t('request')} <Typography.Text copyable>{entry.request_id}</Typography.Text>
        </p>
      )}
    </>
  );
}

const words = (text: string) => <span className="words">{text}</span>;
