/** What a sheet would make, and every place of it that is wrong, by row and column, in the reader's language. */

import { Alert, Card, Space, Statistic, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportFault, ImportPreview } from '@/api';
import { Loading } from '../../ui/Loading';
import { Rows } from '../../ui/Rows';
import { TroubleShown } from '../../ui/TroubleShown';

interface Props {
  preview: { data: ImportPreview | undefined; error: unknown; isPending: boolean };
  name: string;
  /** Looks at the same file again. */
  onAgain: () => void;
}

export function PreviewShown({ preview, name, onAgain }: Props) {
  const { t } = useTranslation('staff-imports');
  const { data } = preview;
  return (
    <Card title={t('step_look', { name })}>
      {preview.isPending && <Loading />}
      {preview.error ? <TroubleShown error={preview.error} retry={onAgain} /> : null}
      {data && (
        <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
          {data.fault_count > 0 ? (
            <Alert
              type="error"
              showIcon
              title={t('faults', { count: data.fault_count })}
              description={t('faults_hint')}
            />
          ) : (
            <Alert type="success" showIcon title={t('clean')} />
          )}
          <Made preview={data} />
          {data.faults.length > 0 && <Faults preview={data} />}
        </Space>
      )}
    </Card>
  );
}

function Made({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('staff-imports');
  const figures =
    preview.kind === 'residents' ? (['residents', 'households'] as const) : (['balances', 'points'] as const);
  return (
    <Space size={48} wrap>
      <Statistic title={t('rows')} value={preview.rows} />
      {figures.map((key) => (
        <Statistic key={key} title={t(key)} value={preview[key]} />
      ))}
    </Space>
  );
}

function Faults({ preview }: { preview: ImportPreview }) {
  const { t, i18n } = useTranslation('staff-imports');
  const chinese = i18n.language === 'zh-CN';
  const columns: TableProps<ImportFault>['columns'] = [
    { title: t('row'), dataIndex: 'row', align: 'right', className: 'number', width: 90 },
    {
      title: t('column'),
      dataIndex: 'column',
      render: (column: ImportFault['column']) => t(`columns.${column}`),
      width: 140,
    },
    { title: t('fault'), render: (_, { detail, detail_en }) => (chinese ? detail : detail_en) },
  ];
  return (
    <>
      <Rows<ImportFault>
        rowKey={({ row, column, kind }) => `${row} ${column} ${kind}`}
        size="small"
        columns={columns}
        rows={preview.faults}
        pageSize={50}
      />
      {preview.fault_count > preview.faults.length && t('more_faults', { count: preview.faults.length })}
    </>
  );
}
