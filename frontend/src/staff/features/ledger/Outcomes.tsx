/** What each of several deeds earned, and why. */

import { Alert, Card, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AwardOutcome, AwardOutcomes } from '@/api';
import { whole } from '@/lib/format';
import { useExplanation } from '@/lib/useExplanation';
import { ResidentLink } from '../../ui/ResidentLink';
import { Rows } from '../../ui/Rows';
import { Status } from '../../ui/Status';
import type { Person } from './PeoplePicker';

const tones = { awarded: 'good', nothing_left: 'neutral', refused: 'warning' } as const;

export function Outcomes({ outcomes, people }: { outcomes: AwardOutcomes; people: Person[] }) {
  const { t } = useTranslation('staff-ledger');
  const explained = useExplanation();
  const { awarded, not_awarded, total_points } = outcomes;
  const columns: TableProps<AwardOutcome>['columns'] = [
    {
      title: t('resident'),
      render: (_, one) => (
        <ResidentLink id={one.resident_id} name={people.find(({ id }) => id === one.resident_id)?.name} />
      ),
    },
    { title: t('points'), dataIndex: 'points', render: whole, align: 'right', className: 'number' },
    {
      title: t('text'),
      render: (_, { text, explanation }) => (explanation ? explained.award(text, explanation) : text),
    },
    {
      title: t('state'),
      render: (_, { state }) => <Status tone={tones[state]}>{t(`award_states.${state}`)}</Status>,
    },
  ];
  return (
    <Card styles={{ body: { padding: 0 } }}>
      <Alert
        type={not_awarded > 0 ? 'warning' : 'success'}
        showIcon
        title={t('outcome', { awarded, not_awarded, points: whole(total_points) })}
        style={{ margin: 16 }}
      />
      <Rows<AwardOutcome> rowKey="resident_id" columns={columns} rows={outcomes.items} />
    </Card>
  );
}
