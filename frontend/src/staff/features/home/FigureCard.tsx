/** A figure: what it is, what it was before, how it is counted, and the way to its rows. */

import { QuestionCircleOutlined } from '@ant-design/icons';
import { Link, type LinkOptions } from '@tanstack/react-router';
import { Button, Card, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { percent, tenths } from '@/lib/format';

export type FigureName =
  | 'participation'
  | 'active_teams'
  | 'activities'
  | 'hours'
  | 'issued'
  | 'spent'
  | 'lapsed'
  | 'lapsing'
  | 'services';

interface Props {
  name: FigureName;
  value: string;
  /** What more there is to know at a glance. */
  about?: string;
  /** The arithmetic. */
  sum?: string;
  /** The number of the period and of the one before; none where there is nothing to be held against. */
  now?: number;
  before?: number;
  /** The list with the rows; none for those who may not see it. */
  rows: LinkOptions | undefined;
}

export function FigureCard({ name, value, about, sum, now, before, rows }: Props) {
  const { t } = useTranslation('staff-home');
  const label = t(`figures.${name}`);
  const explained = (
    <div className="explained">
      <p>{t(`definition.${name}`)}</p>
      {sum !== undefined && <p className="number">{sum}</p>}
    </div>
  );
  return (
    <Card size="small" className="figure">
      <span className="named">
        {label}
        <Popover
          content={explained}
          title={label}
          trigger={['click']}
          // Within the page, where people who read it by its parts look for it.
          getPopupContainer={(button) => button.closest('section') ?? document.body}
        >
          <Button
            type="text"
            size="small"
            icon={<QuestionCircleOutlined />}
            aria-label={t('figures.how', { name: label })}
          />
        </Popover>
      </span>
      <strong className="number">{value}</strong>
      {about !== undefined && <small className="number">{about}</small>}
      {now !== undefined && before !== undefined && <Change now={now} before={before} />}
      {rows !== undefined && (
        <Link {...rows} aria-label={t('figures.rows_of', { name: label })}>
          {t('figures.rows')}
        </Link>
      )}
    </Card>
  );
}

/** Beyond so many times as much, a percentage says nothing. */
const MOST = 10;

/** The difference to the period before, in words and with its sign. */
function Change({ now, before }: { now: number; before: number }) {
  const { t } = useTranslation('staff-home');
  const difference = now - before;
  if (difference === 0) return <small>{t('change.same')}</small>;
  const direction = difference > 0 ? 'more' : 'less';
  const number = tenths(Math.abs(difference));
  const share = before > 0 && difference < MOST * before ? percent(Math.abs(difference) / before) : undefined;
  return (
    <small className="number">
      {share === undefined ? t(`change.${direction}`, { number }) : t(`change.${direction}_by`, { number, share })}
    </small>
  );
}
