/** One line of the history of points: how many, when, and why just so many. */

import { useTranslation } from 'react-i18next';
import type { ResidentTransfer } from '@/api';
import { civilDay, moment, signed } from '@/lib/format';
import { useExplanation } from '@/lib/useExplanation';
import { Facts } from '../../ui/Facts';
import { Status } from '../../ui/Status';
import { AwardShown } from './AwardShown';

export function Line({ transfer }: { transfer: ResidentTransfer }) {
  const { t } = useTranslation('phone-points');
  const explained = useExplanation();
  const award = transfer.explanation.kind === 'award' ? transfer.explanation : undefined;
  const lapsing = transfer.amount > 0 ? transfer.parts.filter((part) => part.lapses_on) : [];
  return (
    <article className="card">
      <header>
        <h2>{award?.rule_title ?? t(`codes.${transfer.code}`)}</h2>
        <span className="amount" data-tone={transfer.amount > 0 ? 'good' : undefined}>
          {signed(transfer.amount)}
        </span>
      </header>
      <p>{explained.transfer(transfer)}</p>
      <p className="soft">{moment(transfer.posted_at)}</p>
      {transfer.reversed_by && <Status tone="warning">{t('history.reversed')}</Status>}
      <details>
        <summary>{t('history.why')}</summary>
        <div className="stack">
          <Facts
            of={[
              [t('history.kind'), t(`codes.${transfer.code}`)],
              [t('history.deed_on'), transfer.deed_on && civilDay(transfer.deed_on)],
              [
                t('history.lapses'),
                lapsing
                  .map((part) => t('history.lapses_line', { points: part.points, day: civilDay(part.lapses_on ?? '') }))
                  .join('\n'),
              ],
              [t('history.on_behalf'), transfer.on_behalf_of && t('history.on_behalf_yes')],
            ]}
          />
          {award && <AwardShown award={award} />}
        </div>
      </details>
    </article>
  );
}
