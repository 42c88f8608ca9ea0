/** Everything that waits for somebody: the list on the left, what is chosen on the right, decided by click or by key. */

import { useNavigate } from '@tanstack/react-router';
import { Card, Empty } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Claim } from '@/api';
import { Loading } from '../../ui/Loading';
import { Page } from '../../ui/Page';
import { TroubleShown } from '../../ui/TroubleShown';
import { useTold } from '../../ui/useTold';
import { useWide } from '../../ui/useWide';
import { BulkBar } from './BulkBar';
import { Detail } from './Detail';
import { type Item, type Kind, pageOf, type Verb, ways } from './items';
import { KeyLegend } from './KeyLegend';
import { KindFilter } from './KindFilter';
import { NoteDialog } from './NoteDialog';
import { Outcomes } from './Outcomes';
import { QueueList } from './QueueList';
import { Split } from './Split';
import { useDecisions } from './useDecisions';
import { useKeys } from './useKeys';
import { useQueue } from './useQueue';

interface Search {
  kind?: Kind | undefined;
  item?: string | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search, options?: { replace: boolean }) => void;
  /** How a claim is shown; claims are another feature. */
  claimShown: (claim: Claim) => ReactNode;
}

export function Queue({ search, onSearch, claimShown }: Props) {
  const { t } = useTranslation('staff-queue');
  const navigate = useNavigate();
  const wide = useWide();
  const queue = useQueue();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<{ verb: Verb; items: Item[] }>();
  const [opened, setOpened] = useState(false);
  const told = useTold();
  const decisions = useDecisions();

  const shown = search.kind === undefined ? queue.all : queue.waiting[search.kind];
  const place = Math.max(
    0,
    shown.findIndex(({ id }) => id === search.item),
  );
  const current = shown[place];
  const bulk = shown.filter(({ id }) => chosen.has(id));

  const go = (item: Item | undefined) => onSearch({ ...search, item: item?.id }, { replace: true });
  const carryOut = async (verb: Verb, items: Item[], note: string) => {
    const next = shown[place + 1] ?? shown[place - 1];
    const results = await decisions.run(verb, items, note);
    if (items.length > 1) return setChosen(new Set());
    const failed = results.find(({ refusal }) => refusal !== undefined);
    if (failed) throw failed.error;
    go(next);
  };
  const atOnce = (verb: Verb, items: Item[]) =>
    carryOut(verb, items, '').then(
      () => items.length === 1 && told.done(t(`done.${verb}`)),
      // What was refused stands beside the thing itself.
      () => undefined,
    );
  const start = (verb: Verb, items: Item[]) => {
    if (items.length === 0 || decisions.busy || items.some(({ kind }) => ways[kind][verb] === undefined)) return;
    if (items.some(({ kind }) => ways[kind][verb]?.note)) setAsking({ verb, items });
    else void atOnce(verb, items);
  };
  const sendBack = () => current && start(ways[current.kind].return === undefined ? 'refuse' : 'return', [current]);
  const ahead = () => go(shown[Math.min(place + 1, shown.length - 1)]);
  const back = () => go(shown[Math.max(place - 1, 0)]);
  useKeys({
    j: ahead,
    arrowdown: ahead,
    k: back,
    arrowup: back,
    a: () => current && start('approve', [current]),
    r: sendBack,
    enter: () => current && void navigate({ to: pageOf(current) }),
  });

  if (queue.loading) return <Loading />;
  const detail = current && (
    <Detail
      key={current.id}
      item={current}
      refusal={decisions.refusals[current.id]}
      busy={decisions.busy}
      onVerb={(verb) => start(verb, [current])}
      claimShown={claimShown}
    />
  );
  return (
    <Page title={t('title')} actions={wide && <KeyLegend />}>
      {queue.error !== undefined && <TroubleShown error={queue.error} retry={queue.retry} />}
      {(queue.error === undefined || queue.all.length > 0) && (
        <KindFilter
          waiting={queue.waiting}
          value={search.kind}
          onChange={(kind) => onSearch({ kind }, { replace: true })}
        />
      )}
      {current === undefined && queue.error === undefined && (
        <Card>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(queue.all.length > 0 ? 'empty_kind' : 'empty')} />
        </Card>
      )}
      {current !== undefined && (
        <Split
          wide={wide}
          list={
            <>
              <BulkBar shown={shown} chosen={bulk} onChoose={setChosen} busy={decisions.busy} onVerb={start} />
              <QueueList
                items={shown}
                current={current.id}
                chosen={chosen}
                onChoose={setChosen}
                onOpen={(item) => {
                  go(item);
                  setOpened(true);
                }}
              />
            </>
          }
          detail={detail}
          title={t(`kind.${current.kind}`)}
          opened={opened}
          onClose={() => setOpened(false)}
        />
      )}
      {asking && (
        <NoteDialog
          {...asking}
          onClose={() => setAsking(undefined)}
          onSubmit={(note) => carryOut(asking.verb, asking.items, note)}
        />
      )}
      <Outcomes outcomes={decisions.outcomes} onClose={decisions.forget} />
    </Page>
  );
}
