/** A month of activities: all that have a shift on one of the days shown. */

import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Card, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { byCursor, useWhole } from '@/lib/whole';
import { Answer } from '../../ui/Answer';
import { DayPicker } from '../../ui/DayPicker';
import type { Search } from './ActivitiesPage';
import { MonthGrid } from './MonthGrid';
import { daysOf, monthAfter, monthNow } from './month';

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
  filters: ReactNode;
}

export function MonthShown({ search, onSearch, filters }: Props) {
  const { t } = useTranslation('staff-activities');
  const { state, team_id, search: title, category } = search;
  const month = search.month ?? monthNow();
  const days = daysOf(month);
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/activities',
    { params: { query: { state, team_id, search: title, from: days[0], until: days.at(-1), limit: 200 } } },
    byCursor,
  );
  const activities = useWhole(query);
  const show = (next: string | undefined) => onSearch({ ...search, month: next === monthNow() ? undefined : next });
  return (
    <Card styles={{ body: { padding: 16 } }}>
      <div className="filters no-print" style={{ marginBottom: 16 }}>
        {filters}
        <Space.Compact>
          <Button icon={<LeftOutlined />} aria-label={t('month_before')} onClick={() => show(monthAfter(month, -1))} />
          <DayPicker month label={t('month')} value={month} onChange={show} width={120} />
          <Button icon={<RightOutlined />} aria-label={t('month_after')} onClick={() => show(monthAfter(month, 1))} />
        </Space.Compact>
        <Button onClick={() => show(undefined)}>{t('month_now')}</Button>
      </div>
      <Answer query={activities}>
        {(items) => (
          <MonthGrid
            month={month}
            activities={items.filter((one) => category === undefined || one.category === category)}
          />
        )}
      </Answer>
    </Card>
  );
}
