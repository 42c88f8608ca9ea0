/** When the resident signed up and came late or not at all, what followed, and what can be said against it. */

import { useTranslation } from 'react-i18next';
import { $api, type NoShow } from '@/api';
import { moment } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { Status, type Tone } from '../../ui/Status';
import { useResidentId } from '../shell/useResidentId';
import { Appeal } from './Appeal';

type Standing = 'marked' | 'appealed' | 'granted' | 'refused';

const tones: Record<Standing, Tone> = { marked: 'warning', appealed: 'waiting', granted: 'good', refused: 'neutral' };

const standingOf = (mark: NoShow): Standing => mark.verdict ?? (mark.appealed_at ? 'appealed' : 'marked');

export function NoShows() {
  const { t } = useTranslation('phone-activities');
  const id = useResidentId();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/residents/{id}/no-shows',
    { params: { path: { id }, query: { limit: 20 } } },
    byCursor,
  );
  return (
    <Screen title={t('no_shows.title')} back>
      <Pages query={query} empty={t('no_shows.empty')}>
        {(mark) => (
          <article className="card">
            <header>
              <h2>{mark.activity_title}</h2>
              <Status tone={tones[standingOf(mark)]}>{t(`no_shows.standing.${standingOf(mark)}`)}</Status>
            </header>
            <p>
              {t(`no_shows.missed.${mark.missed}`)} · {t(`no_shows.step.${mark.step}`)}
            </p>
            <p className="soft">{moment(mark.starts_at)}</p>
            {mark.appeal && <p>{t('no_shows.said', { words: mark.appeal })}</p>}
            {mark.note && <p>{t('no_shows.answer', { words: mark.note })}</p>}
            {standingOf(mark) === 'marked' && <Appeal mark={mark} />}
          </article>
        )}
      </Pages>
    </Screen>
  );
}
