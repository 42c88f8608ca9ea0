/** The lines of a statement, under their days. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { spokenDay } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Answer } from '../../ui/Answer';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Line, type StatementLine } from './Line';

interface Props {
  storeId: string;
  month: string;
  /** The closed statement, which may have lines that are disputed. */
  statementId: string | undefined;
}

export function Lines({ storeId, month, statementId = '' }: Props) {
  const { t } = useTranslation('phone-statements');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/stores/{id}/statement',
    { params: { path: { id: storeId }, query: { month, limit: 100 } } },
    byCursor,
  );
  const { data: closed } = $api.useQuery(
    'get',
    '/api/v1/statements/{id}',
    { params: { path: { id: statementId } } },
    { enabled: statementId !== '' },
  );
  const isDisputed = ({ id }: StatementLine) => closed?.disputed_lines.includes(id) ?? false;
  return (
    <Answer query={query}>
      {({ pages }) => {
        const days = byDay(pages.flatMap(({ items }) => items));
        if (days.length === 0) return <Empty>{t('empty')}</Empty>;
        return (
          <>
            {days.map(([day, lines]) => (
              <section key={day} className="card" aria-label={day}>
                <h2>{day}</h2>
                <ul>
                  {lines.map((line) => (
                    <Line key={line.id} line={line} isDisputed={isDisputed(line)} />
                  ))}
                </ul>
              </section>
            ))}
            {query.hasNextPage && (
              <Button wide busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </>
        );
      }}
    </Answer>
  );
}

/** Lines come in the order of time: those of a day stand together. */
function byDay(lines: StatementLine[]): [string, StatementLine[]][] {
  const days = new Map<string, StatementLine[]>();
  for (const line of lines) {
    const day = spokenDay(line.at);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}
