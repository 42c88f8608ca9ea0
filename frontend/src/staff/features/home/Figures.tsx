/** The programme's figures of a period against the period before: in cards that lead to the rows, in charts, and in a table. */

import { keepPreviousData } from '@tanstack/react-query';
import { Card } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { today } from '@/lib/days';
import { spanned } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Loading } from '../../ui/Loading';
import { FigureCards } from './FigureCards';
import { PeriodChoice } from './PeriodChoice';
import { daysOfSearch, type Search } from './period';
import { StepTable } from './StepTable';

/** The library of charts is as large as half the desk: it comes after everything else. */
const Charts = lazy(() => import('./Charts'));

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function Figures({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-home');
  const query = $api.useQuery(
    'get',
    '/api/v1/figures',
    { params: { query: daysOfSearch(search, today()) } },
    { placeholderData: keepPreviousData },
  );
  const { period, before } = query.data ?? {};
  return (
    <section className="page" aria-labelledby="figures" aria-busy={query.isFetching}>
      <header>
        <h2 id="figures">{t('figures.title')}</h2>
        <PeriodChoice search={search} onSearch={onSearch} />
      </header>
      <Answer query={{ ...query, data: query.error ? undefined : query.data }}>
        {(figures) => (
          <>
            {period && before && (
              <p className="plain number">
                {t('figures.compared', {
                  period: spanned(period.from, period.until),
                  before: spanned(before.from, before.until),
                })}
              </p>
            )}
            <FigureCards figures={figures} />
            <Card title={<h3 className="card-title">{t('steps.title')}</h3>}>
              <Suspense fallback={<Loading />}>
                <Charts steps={figures.steps} by={figures.by} />
              </Suspense>
              <StepTable steps={figures.steps} by={figures.by} />
            </Card>
          </>
        )}
      </Answer>
    </section>
  );
}
