/** What waits, one line each: what it is, whose, since when. */

import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '@/lib/format';
import { scrollWithin } from '../../ui/scrollWithin';
import type { Item } from './items';
import { useHeadline } from './useHeadline';

interface Props {
  items: Item[];
  current: string;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onOpen: (item: Item) => void;
}

export function QueueList({ items, current, chosen, onChoose, onOpen }: Props) {
  const { t } = useTranslation('staff-queue');
  const headline = useHeadline();
  const list = useRef<HTMLUListElement>(null);
  // The list follows the keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is scrolled to changes with the current item
  useEffect(() => scrollWithin(list.current), [current]);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <ul ref={list} className="queue-list" aria-label={t('list')}>
      {items.map((item) => {
        const { title, about } = headline(item);
        return (
          <li key={item.id} className={item.id === current ? 'current' : undefined}>
            <Checkbox
              aria-label={t('choose', { name: title })}
              checked={chosen.has(item.id)}
              onChange={() => toggle(item.id)}
            />
            <button type="button" aria-current={item.id === current} onClick={() => onOpen(item)}>
              <strong>{title}</strong>
              <span className="about">{about}</span>
              <small>
                {t(`kind.${item.kind}`)}
                {item.since !== undefined && ` · ${moment(item.since)}`}
              </small>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
