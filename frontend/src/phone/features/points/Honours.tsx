/** What a volunteer has come to in a lifetime: hours and stars, which spending points never lowers. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { useResidentId } from '../shell/useResidentId';

const hoursOf = (minutes: number) => Math.round(minutes / 6) / 10;

export function Honours() {
  const { t } = useTranslation('phone-points');
  const id = useResidentId();
  const query = $api.useQuery('get', '/api/v1/residents/{id}/honours', { params: { path: { id } } });
  return (
    <Screen title={t('honours.title')} back>
      <Answer query={query}>
        {(honours) => (
          <>
            <section className="card hero">
              <p>{t('honours.hours')}</p>
              <p className="big">{hoursOf(honours.minutes)}</p>
              <p>{honours.stars === 0 ? t('honours.no_star') : t('honours.stars', { stars: honours.stars })}</p>
              {honours.minutes_to_next != null && (
                <p>{t('honours.next', { count: hoursOf(honours.minutes_to_next), stars: honours.stars + 1 })}</p>
              )}
            </section>
            <h2>{t('honours.ladder')}</h2>
            <ul className="rows">
              {honours.hours_of_stars.map((hours, index) => (
                <li key={hours}>
                  <div>
                    <span>{t('honours.level', { stars: index + 1 })}</span>
                    <span>
                      {t('honours.from', { count: hours })}
                      {index < honours.stars && ` · ${t('honours.reached')}`}
                    </span>
                  </div>
                </li>
              ))}
            </ul>
            <p className="soft">{t('honours.about')}</p>
          </>
        )}
      </Answer>
    </Screen>
  );
}
