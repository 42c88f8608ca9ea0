/** The polls about what the supermarket should buy, the newest first. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type WishPoll } from '@/api';
import { whole } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { Status, type Tone } from '../../ui/Status';
import { WishTime } from './WishTime';

const tones: Record<WishPoll['state'], Tone> = { upcoming: 'waiting', open: 'good', closed: 'neutral' };

export function WishPolls() {
  const { t } = useTranslation('phone-rewards');
  const query = $api.useInfiniteQuery('get', '/api/v1/wish-polls', { params: { query: { limit: 20 } } }, byCursor);
  return (
    <Screen title={t('wishes.title')} back>
      <Pages query={query} empty={t('wishes.empty')}>
        {(poll) => (
          <Link to="/wishes/$id" params={{ id: poll.id }} className="card">
            <span className="row">
              <strong>{poll.title}</strong>
              <Status tone={tones[poll.state]}>{t(`wishes.states.${poll.state}`)}</Status>
            </span>
            <span className="soft">
              <WishTime poll={poll} />
              {poll.state !== 'upcoming' && ` · ${t('wishes.ballots', { ballots: whole(poll.ballots) })}`}
            </span>
          </Link>
        )}
      </Pages>
    </Screen>
  );
}
