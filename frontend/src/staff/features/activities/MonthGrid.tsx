/** A month as a grid of days; on a narrow screen, the days on which something is on, one below the other. */

import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Activity } from '@/api';
import { civilDay, civilDayOf, clock } from '@/lib/format';
import { byDay, daysOf } from './month';
import './month.css';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export function MonthGrid({ month, activities }: { month: string; activities: Activity[] }) {
  const { t } = useTranslation('staff-activities');
  const entries = byDay(activities);
  const days = daysOf(month);
  const today = civilDayOf(new Date());
  if (!days.some((day) => day.startsWith(month) && entries.has(day))) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('month_empty')} />;
  }
  return (
    <div className="month">
      {WEEKDAYS.map((day) => (
        <div key={day} className="weekday">
          {t(`weekdays.${day}`)}
        </div>
      ))}
      {days.map((day) => (
        <section
          key={day}
          aria-label={civilDay(day)}
          data-outside={!day.startsWith(month)}
          data-today={day === today}
          data-empty={!entries.has(day)}
        >
          <span className="number">{Number(day.slice(8))}</span>
          <ul>
            {(entries.get(day) ?? []).map(({ activity, shift }) => (
              <li key={shift.id}>
                <Link
                  to="/activities/$id"
                  params={{ id: activity.id }}
                  data-state={activity.state}
                  title={`${activity.title} · ${t(`states.${activity.state}`)} · ${activity.place}`}
                >
                  {clock(shift.starts_at)} {activity.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
