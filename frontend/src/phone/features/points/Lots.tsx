/** What lapses when, the soonest first, and what is held for what. */

import { useTranslation } from 'react-i18next';
import type { Wallet } from '@/api';
import { civilDay, moment, whole } from '@/lib/format';
import { Empty } from '../../ui/Empty';

export function Lots({ wallet }: { wallet: Wallet }) {
  const { t } = useTranslation('phone-points');
  return (
    <>
      {wallet.lots.length === 0 && <Empty>{t('lots.empty')}</Empty>}
      {wallet.lots.length > 0 && (
        <section className="stack">
          <h2>{t('lots.title')}</h2>
          <p className="soft">{t('lots.order')}</p>
          <ul className="rows">
            {wallet.lots.map((lot) => (
              <li key={lot.lapses_on ?? ''}>
                <div>
                  <span>
                    {lot.lapses_on ? t('lots.until', { day: civilDay(lot.lapses_on) }) : t('lots.for_ever')}
                    {lot.held > 0 && <span className="soft"> {t('lots.held', { points: whole(lot.held) })}</span>}
                  </span>
                  <span className="amount">{whole(lot.posted)}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {wallet.holds.length > 0 && (
        <section className="stack">
          <h2>{t('holds.title')}</h2>
          <ul className="rows">
            {wallet.holds.map((hold) => (
              <li key={hold.id}>
                <div>
                  <span>
                    {t(hold.cause.kind === 'order' ? 'holds.order' : 'holds.voucher')}
                    <span className="soft"> {moment(hold.since)}</span>
                  </span>
                  <span className="amount">{whole(hold.amount)}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
