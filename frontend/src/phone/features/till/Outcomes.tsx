/** What became of the last attempts, the newest first; read aloud as it comes. */

import { useTranslation } from 'react-i18next';
import { useAttempts } from './Attempts';
import { isLate, isOpen } from './attempt';
import { strangersOpen } from './keeper';
import { Outcome } from './Outcome';

interface Props {
  /** Away from the till only what is not known yet, or became known late. */
  onlyOpen?: boolean;
}

export function Outcomes({ onlyOpen = false }: Props) {
  const { t } = useTranslation('phone-till');
  const { attempts, keeper } = useAttempts();
  const shown = attempts.filter((one) => !onlyOpen || isOpen(one) || isLate(one)).reverse();
  const foreign = strangersOpen(keeper.user);
  return (
    <div className="stack" role="status">
      {shown.map((attempt) => (
        <Outcome key={attempt.key} attempt={attempt} />
      ))}
      {foreign > 0 && <p className="note">{t('outcome.foreign', { count: foreign })}</p>}
    </div>
  );
}
