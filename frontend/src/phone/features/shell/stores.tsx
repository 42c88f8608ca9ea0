/** The store that a merchant works in now: of several the one that was chosen last on this device. */

import { createContext, type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Store } from '@/api';
import { Answer } from '../../ui/Answer';
import { Button } from '../../ui/Button';
import { Screen } from '../../ui/Screen';
import { useMe } from './useMe';

const STORED = 'linli-store';

interface Choice {
  store: Store;
  /** Chooses again; none if there is nothing to choose. */
  change: (() => void) | undefined;
}

export const StoreChosen = createContext<Choice | undefined>(undefined);

export function useStore(): Choice {
  const choice = useContext(StoreChosen);
  if (choice === undefined) throw new Error('no store is chosen here');
  return choice;
}

export function StoreChoice({ children }: { children: ReactNode }) {
  const { t } = useTranslation('phone-till');
  const { me } = useMe();
  const [chosen, setChosen] = useState(() => localStorage.getItem(STORED));
  const query = $api.useQuery('get', '/api/v1/stores', { params: { query: { limit: 200 } } });
  const choose = (id: string) => {
    localStorage.setItem(STORED, id);
    setChosen(id);
  };
  const show = (all: Store[]) => {
    const own = all.filter(({ id }) => me.store_ids.includes(id));
    const store = own.length === 1 ? own[0] : own.find(({ id }) => id === chosen);
    const change = own.length === 1 ? undefined : () => setChosen(null);
    if (store !== undefined) return <StoreChosen value={{ store, change }}>{children}</StoreChosen>;
    return (
      <Screen title={t('store.choose')}>
        {own.length === 0 && <p className="note">{t('store.none')}</p>}
        {own.map(({ id, name }) => (
          <Button key={id} wide onClick={() => choose(id)}>
            {name}
          </Button>
        ))}
      </Screen>
    );
  };
  return <Answer query={query}>{({ items }) => show(items)}</Answer>;
}
