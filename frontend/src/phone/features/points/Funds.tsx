/** The funds that take points, each with what it is for and how far it has come. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Fund } from '@/api';
import { whole } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Button } from '../../ui/Button';
import { Pages } from '../../ui/Pages';
import { GiveToFund } from './GiveToFund';

export function Funds() {
  const { t } = useTranslation('phone-points');
  const [chosen, setChosen] = useState<Fund>();
  const query = $api.useInfiniteQuery('get', '/api/v1/funds', { params: { query: { state: 'open' } } }, byCursor);
  return (
    <>
      <Pages query={query} empty={t('funds.empty')}>
        {(fund) => (
          <article className="card">
            <h2>{fund.name}</h2>
            <p>{fund.purpose}</p>
            {fund.goal_points ? (
              <>
                <progress max={fund.goal_points} value={fund.given_points} aria-label={t('funds.progress')} />
                <p className="soft">
                  {t('funds.of_goal', {
                    given: whole(fund.given_points),
                    goal: whole(fund.goal_points),
                    givers: whole(fund.givers),
                  })}
                </p>
              </>
            ) : (
              <p className="soft">
                {t('funds.given', { given: whole(fund.given_points), givers: whole(fund.givers) })}
              </p>
            )}
            <Button wide onClick={() => setChosen(fund)} aria-label={t('funds.give_to', { name: fund.name })}>
              {t('funds.give')}
            </Button>
          </article>
        )}
      </Pages>
      {chosen && <GiveToFund fund={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
