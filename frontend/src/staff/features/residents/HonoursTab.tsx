/** A resident's volunteer hours and stars; spending points takes nothing of them. */

import { Card, Progress, Rate, Space, Statistic } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';

export function HonoursTab({ id }: { id: string }) {
  const { t } = useTranslation('staff-residents');
  const query = $api.useQuery('get', '/api/v1/residents/{id}/honours', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {({ minutes, stars, minutes_to_next, hours_of_stars }) => {
        const next = hours_of_stars[stars];
        return (
          <Card>
            <Space size={48} wrap align="start">
              <Statistic
                title={t('honours.time')}
                value={t('honours.hours', { hours: whole(Math.floor(minutes / 60)), minutes: minutes % 60 })}
              />
              <div>
                <div style={{ color: '#595959', marginBottom: 8 }}>{t('honours.stars')}</div>
                <Rate disabled value={stars} count={hours_of_stars.length} aria-label={t('honours.star', { stars })} />
                <div>{stars === 0 ? t('honours.none') : t('honours.star', { stars })}</div>
              </div>
              {next !== undefined && (
                <div style={{ minWidth: 280 }}>
                  <div style={{ color: '#595959' }}>
                    {t('honours.next', { hours: whole(next), missing: Math.ceil((minutes_to_next ?? 0) / 60) })}
                  </div>
                  <Progress
                    percent={Math.floor((minutes / 60 / next) * 100)}
                    aria-label={t('honours.next', {
                      hours: whole(next),
                      missing: Math.ceil((minutes_to_next ?? 0) / 60),
                    })}
                  />
                </div>
              )}
            </Space>
            <p style={{ color: '#595959', marginBottom: 0 }}>
              {t('honours.what', { hours: hours_of_stars.join(t('honours.slash')) })}
            </p>
          </Card>
        );
      }}
    </Answer>
  );
}
