/** The field of the counter: a scanner types a card or an order into it, people type a name; digits pick a tile. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Input } from 'antd';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Order, type Resident } from '@/api';
import { useDelayed } from '@/lib/useDelayed';
import { useTold } from '../../ui/useTold';
import { codeOf, type Picked, tileOf } from './basket';
import { Found } from './Found';

interface Props {
  ref: Ref<HTMLInputElement>;
  typed: string;
  onTyped: (typed: string) => void;
  /** Whether somebody is being served: digits pick from the shelf then. */
  serving: boolean;
  /** Picks from the shelf; says what stopped it. */
  onTile: (tile: number, times: number) => string | undefined;
  /** Picks the one thing of the shelf with this name. */
  onNamed: (words: string) => Picked;
  onResident: (resident: Resident) => void;
  onOrder: (order: Order) => void;
}

const residentsOf = (search: string) =>
  $api.queryOptions('get', '/api/v1/residents', { params: { query: { search, state: 'active', limit: 8 } } });

export function Finder({ ref, typed, onTyped, serving, onTile, onNamed, onResident, onOrder }: Props) {
  const { t } = useTranslation('staff-counter');
  const queries = useQueryClient();
  const told = useTold();
  const listId = useId();
  const [marked, setMarked] = useState(-1);
  const [trouble, setTrouble] = useState<string>();
  const search = useDelayed(typed.trim());
  const asPeople = search !== '' && !(serving && tileOf(search)) && search === typed.trim();
  const suggested = useQuery({ ...residentsOf(search), enabled: asPeople });
  const people = asPeople ? (suggested.data?.items ?? []) : [];

  const find = async (words: string) => {
    const code = codeOf(words);
    const orders = code
      ? await queries.fetchQuery($api.queryOptions('get', '/api/v1/orders', { params: { query: { code } } }))
      : undefined;
    if (orders?.items[0]) return onOrder(orders.items[0]);
    const { items } = await queries.fetchQuery(residentsOf(code ?? words));
    const [only, ...others] = items;
    if (only === undefined) setTrouble(t('nobody', { words }));
    else if (others.length === 0) onResident(only);
    else setMarked(0);
  };

  const onEnter = () => {
    const words = typed.trim();
    if (words === '') return;
    const tile = serving ? tileOf(words) : undefined;
    if (tile) {
      setTrouble(onTile(tile.tile, tile.times));
      onTyped('');
      return;
    }
    const picked = serving && people.length === 0 ? onNamed(words) : 'unknown';
    if (picked === 'picked') onTyped('');
    if (picked !== 'unknown') return;
    const chosen = people[marked];
    if (chosen) onResident(chosen);
    else find(words).catch((error) => setTrouble(told.sentence(error)));
    setMarked(-1);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || people.length === 0) return;
    event.preventDefault();
    setMarked((marked + step + people.length) % people.length);
  };

  return (
    <div className="counter-finder">
      <Input
        ref={(input) => {
          const element = input?.input ?? null;
          if (typeof ref === 'function') ref(element);
          else if (ref) ref.current = element;
        }}
        size="large"
        autoFocus={!matchMedia('(pointer: coarse)').matches}
        autoComplete="off"
        allowClear
        aria-label={t('field')}
        placeholder={t(serving ? 'field_serving' : 'field')}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={people.length > 0}
        aria-controls={listId}
        aria-activedescendant={marked >= 0 ? `${listId}-${marked}` : undefined}
        value={typed}
        onChange={({ target }) => {
          setTrouble(undefined);
          setMarked(-1);
          onTyped(target.value);
        }}
        onPressEnter={(event) => !event.nativeEvent.isComposing && !event.ctrlKey && onEnter()}
        onKeyDown={onKeyDown}
      />
      {trouble !== undefined && <Alert type="warning" showIcon title={trouble} style={{ marginTop: 8 }} />}
      <Found id={listId} people={people} marked={marked} onChoose={onResident} />
    </div>
  );
}
