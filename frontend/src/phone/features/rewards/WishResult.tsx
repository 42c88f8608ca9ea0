/** What came of a poll: how many wanted what, the most wanted first. */

import { useTranslation } from 'react-i18next';
import { $api, type OwnWishPoll } from '@/api';
import { whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';

export function WishResult({ poll }: { poll: OwnWishPoll }) {
  const { t } = useTranslation('phone-rewards');
  const query = $api.useQuery('get', '/api/v1/wish-polls/{id}/result', { params: { path: { id: poll.id } } });
  return (
    <Answer query={query}>
      {({ ballots, candidates }) => (
        <section className="stack">
          <h2>{t('wishes.result', { ballots: whole(ballots.total) })}</h2>
          <ul className="stack">
            {candidates.map((candidate) => (
              <li key={candidate.id} className="card">
                <span className="row">
                  <span>
                    {candidate.name}
                    {poll.own_ballot?.candidate_ids.includes(candidate.id) && ` · ${t('wishes.mine')}`}
                  </span>
                  <span className="amount">{t('wishes.votes', { count: candidate.votes.total })}</span>
                </span>
                <progress max={Math.max(1, ballots.total)} value={candidate.votes.total} aria-label={candidate.name} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Answer>
  );
}
