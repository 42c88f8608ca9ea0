/** Somebody at the counter: who it is, what waits, what can be had, what is picked. */

import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Order } from '@/api';
import { Answer } from '../../ui/Answer';
import { useRewardSearch } from '../../ui/useRewardSearch';
import { type Basket, barTo, changed, filled, type Picked, spendableOf, tileOf, totalOf } from './basket';
import { Checkout } from './Checkout';
import { Done } from './Done';
import { OpenOrders } from './OpenOrders';
import { OpenVouchers } from './OpenVouchers';
import { Person } from './Person';
import { Services } from './Services';
import { Tiles } from './Tiles';
import { useBarWords } from './useBarWords';

export interface ServingHandle {
  /** Puts so many of the reward of a tile into the basket, as far as that can be; says what stopped it. */
  pick: (tile: number, times: number) => string | undefined;
  /** Puts one of the only reward with this in its name into the basket, if that can be. */
  pickNamed: (words: string) => Picked;
  /** The main thing to do now: order and hand over, or hand over what was scanned; after that, the next person. */
  go: () => void;
}

interface Props {
  ref: Ref<ServingHandle>;
  residentId: string;
  /** What is typed: the shelf shows what has it in its name. */
  typed: string;
  /** The order whose code was scanned. */
  scanned: string | undefined;
  basket: Basket;
  onBasket: (basket: Basket) => void;
  onNext: () => void;
}

export function Serving({ ref, residentId, typed, scanned, basket, onBasket, onNext }: Props) {
  const { t } = useTranslation('staff-counter');
  const wordsOf = useBarWords();
  const wallet = $api.useQuery('get', '/api/v1/residents/{id}/wallet', { params: { path: { id: residentId } } });
  const shelf = $api.useQuery('get', '/api/v1/rewards', {
    params: { query: { state: 'on_shelf', limit: 200, resident_id: residentId } },
  });
  const [pooled, setPooled] = useState(false);
  const [done, setDone] = useState<Order>();
  const [placed, setPlaced] = useState<Order>();
  const orderButton = useRef<HTMLButtonElement>(null);
  const scannedButton = useRef<HTMLButtonElement>(null);
  const rewards = (shelf.data?.items ?? []).filter(({ kind }) => kind === 'goods');
  const total = totalOf(basket, rewards);
  const spendable = wallet.data && spendableOf(wallet.data, total, pooled);

  const { isFound, settled } = useRewardSearch(tileOf(typed) ? '' : typed);
  const shown = rewards.filter(isFound);

  useImperativeHandle(ref, () => ({
    pickNamed: (words) => {
      const [only, ...others] = settled ? shown : rewards.filter(({ name }) => name.includes(words));
      if (only === undefined || others.length > 0 || done) return 'unknown';
      if (barTo(only, basket, spendable)) return 'barred';
      onBasket(changed(basket, only, 1));
      return 'picked';
    },
    go: () => {
      if (done) onNext();
      else (total > 0 ? orderButton : scannedButton).current?.click();
    },
    pick: (tile, times) => {
      if (done) return;
      const reward = rewards[tile - 1];
      if (reward === undefined) return t('no_tile', { tile });
      const left = (next: Basket) => wallet.data && spendableOf(wallet.data, totalOf(next, rewards), pooled);
      const next = filled(basket, reward, times, left);
      onBasket(next.basket);
      return next.bar && t('barred', { name: reward.name, why: wordsOf(next.bar) });
    },
  }));

  return (
    <div className="counter">
      <section className="counter-person">
        <Person id={residentId} wallet={wallet} />
        <OpenOrders residentId={residentId} scanned={placed?.id ?? scanned} button={scannedButton} onDone={setDone} />
        <OpenVouchers residentId={residentId} />
      </section>
      {done ? (
        <Done order={done} onNext={onNext} onMore={() => setDone(undefined)} />
      ) : (
        <>
          <Answer query={shelf}>
            {({ items }) => (
              <Tiles
                rewards={rewards}
                basket={basket}
                spendable={spendable}
                onPick={(reward) => onBasket(changed(basket, reward, 1))}
                // What is typed may be a person's name: then the shelf stays whole.
                isLookedFor={shown.length > 0 ? isFound : () => true}
              >
                <Services
                  services={items.filter(({ kind }) => kind === 'service')}
                  residentId={residentId}
                  available={wallet.data?.available}
                  onDone={setDone}
                />
              </Tiles>
            )}
          </Answer>
          <Checkout
            button={orderButton}
            residentId={residentId}
            rewards={rewards}
            basket={basket}
            onBasket={onBasket}
            spendable={spendable}
            pooled={pooled}
            onPooled={setPooled}
            onPlaced={setPlaced}
            onDone={setDone}
          />
        </>
      )}
    </div>
  );
}
