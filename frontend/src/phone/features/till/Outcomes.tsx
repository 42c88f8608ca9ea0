/** What became of the last attempts, the newest first; read aloud as it comes. */

import { useTranslation } from 'react-i18next';
import { useAttempts } from './Attempts';
import { strangersOpen } from './keeper';
import { Outcome } from './Outcome';

export function Outcomes() {
  const { t } = useTranslation('phone-till');
  const { attempts, keeper } = useAttempts();
  const foreign = strangersOpen(keeper.user);
  return (
    <div className="stack" role="status">
      {attempts.toReversed().map((attempt) => (
        <Outcome key={attempt.key} attempt={attempt} />
      ))}
      {foreign > 0 && <p className="note">{t('outcome.foreign', { count: foreign })}</p>}
    </div>
  );
}
