/** A poll about what to buy: one's own ballot as long as it is open, the result once it is over. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { Ballot } from './Ballot';
import { WishResult } from './WishResult';
import { WishTime } from './WishTime';

export function WishPollScreen({ id }: { id: string }) {
  const { t } = useTranslation('phone-rewards');
  const query = $api.useQuery('get', '/api/v1/wish-polls/{id}', { params: { path: { id } } });
  return (
    <Screen title={query.data?.title ?? t('wishes.title')} back>
      <Answer query={query}>
        {(poll) => (
          <>
            <p className="soft">
              <WishTime poll={poll} />
            </p>
            {poll.state === 'open' && <Ballot key={poll.own_ballot?.cast_at} poll={poll} />}
            {poll.state === 'closed' && <WishResult poll={poll} />}
            {poll.state === 'upcoming' && (
              <ul className="rows">
                {poll.candidates.map((candidate) => (
                  <li key={candidate.id}>
                    <div>{candidate.name}</div>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Answer>
    </Screen>
  );
}
