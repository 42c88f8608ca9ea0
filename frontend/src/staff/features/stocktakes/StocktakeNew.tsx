/** Taking stock: a sheet of all goods, counted one after the other; what differs is shown before it is booked. */

import { Alert, Button, Card, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, problemOf, type Reward } from '@/api';
import { Answer } from '../../ui/Answer';
import { Page } from '../../ui/Page';
import { useRewardSearch } from '../../ui/useRewardSearch';
import { BookDialog } from './BookDialog';
import { type Counts, Sheet } from './Sheet';

interface Props {
  onBooked: (id: string) => void;
}

export function StocktakeNew({ onBooked }: Props) {
  const query = $api.useQuery('get', '/api/v1/rewards', { params: { query: { kind: 'goods', limit: 200 } } });
  return <Answer query={query}>{({ items }) => <Counting now={items} onBooked={onBooked} />}</Answer>;
}

interface CountingProps extends Props {
  /** The books as they are by now. */
  now: Reward[];
}

function Counting({ now, onBooked }: CountingProps) {
  const { t } = useTranslation('staff-stocktakes');
  // What the books said when the count began: it does not change under the hands of who counts.
  const [rewards, setRewards] = useState(now);
  const [counts, setCounts] = useState<Counts>({});
  const [shelfOnly, setShelfOnly] = useState(true);
  const [search, setSearch] = useState('');
  const [booking, setBooking] = useState(false);
  const [moved, setMoved] = useState(false);
  const create = $api.useMutation('post', '/api/v1/stocktakes', {
    onError: (error) => setMoved(problemOf(error)?.kind === 'stock-moved'),
  });
  const listed = shelfOnly ? rewards.filter(({ state, stock }) => state === 'on_shelf' || stock > 0) : rewards;
  const { isFound } = useRewardSearch(search);
  const shown = listed.filter(isFound);
  const counted = rewards.flatMap((reward) => {
    const count = counts[reward.id];
    return typeof count === 'number' ? [{ reward, counted: count, difference: count - reward.stock }] : [];
  });
  return (
    <Page
      title={t('start')}
      actions={
        <>
          <Button onClick={() => window.print()}>{t('print')}</Button>
          <Button
            type="primary"
            disabled={counted.length === 0}
            title={counted.length === 0 ? t('count_first') : undefined}
            onClick={() => setBooking(true)}
          >
            {t('compare')}
          </Button>
        </>
      }
    >
      {moved && (
        <Alert
          type="warning"
          showIcon
          title={t('moved')}
          action={
            <Button
              onClick={() => {
                setRewards(now);
                setMoved(false);
              }}
            >
              {t('take_over')}
            </Button>
          }
        />
      )}
      <Card styles={{ body: { padding: 0 } }}>
        <div className="filters" style={{ padding: 16, justifyContent: 'space-between' }}>
          <strong className="number">{t('progress', { counted: counted.length, all: listed.length })}</strong>
          <Input
            className="no-print"
            allowClear
            aria-label={t('find')}
            placeholder={t('find')}
            maxLength={60}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
            style={{ width: 240 }}
          />
          <Checkbox className="no-print" checked={shelfOnly} onChange={({ target }) => setShelfOnly(target.checked)}>
            {t('shelf_only')}
          </Checkbox>
        </div>
        <Sheet rewards={shown} counts={counts} onCounts={setCounts} />
      </Card>
      <BookDialog
        open={booking}
        onClose={() => setBooking(false)}
        counted={counted}
        uncounted={listed.length - counted.length}
        book={async (note) => {
          const body = {
            note,
            counts: counted.map(({ reward, counted }) => ({ reward_id: reward.id, counted, booked: reward.stock })),
          };
          onBooked((await create.mutateAsync({ body })).id);
        }}
      />
    </Page>
  );
}
