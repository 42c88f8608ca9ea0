/** What residents would have beside the candidates; never whose wish it is. */

import { keepPreviousData } from '@tanstack/react-query';
import { Button, Card, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type WishSuggestion } from '@/api';
import { whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Rows } from '../../ui/Rows';
import { CandidateForm } from './CandidateForm';

export function Suggestions({ id, open }: { id: string; open: boolean }) {
  const { t } = useTranslation('staff-wish-polls');
  const [taken, setTaken] = useState<string>();
  const query = $api.useQuery(
    'get',
    '/api/v1/wish-polls/{id}/suggestions',
    { params: { path: { id }, query: { limit: 200 } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<WishSuggestion>['columns'] = [
    { title: t('suggestion'), dataIndex: 'name' },
    { title: t('count'), dataIndex: 'count', align: 'right', className: 'number', width: 120, render: whole },
  ];
  if (open) {
    columns.push({
      key: 'actions',
      title: t('action'),
      width: 160,
      render: (_, { name }) => (
        <Button type="link" style={{ paddingInline: 0 }} onClick={() => setTaken(name)}>
          {t('take_up')}
        </Button>
      ),
    });
  }
  return (
    <Card title={t('suggestions')} styles={{ body: { padding: 0 } }}>
      <Answer query={query}>
        {({ items }) => (
          <Rows<WishSuggestion> rowKey="name" columns={columns} rows={items} empty={t('no_suggestions')} />
        )}
      </Answer>
      <CandidateForm id={id} open={taken !== undefined} onClose={() => setTaken(undefined)} name={taken} />
    </Card>
  );
}
