/** The first days of a community: what is still to be set up, in the order in which it is needed. Gone once it is done. */

import { CheckCircleFilled, RightCircleOutlined } from '@ant-design/icons';
import { Link, linkOptions } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, problemOf } from '@/api';
import { useMe } from '../shell/useMe';

const one = { params: { query: { limit: 1 } } };

interface List {
  data: { items: unknown[] } | undefined;
}

/** Whether there is something; none while nobody knows. */
const has = ({ data }: List) => (data === undefined ? undefined : data.items.length > 0);

export function SetUp() {
  const { t } = useTranslation('staff-home');
  const { isDesk } = useMe();
  const enabled = { enabled: isDesk };
  const book = $api.useQuery('get', '/api/v1/rulebooks/in-force', {}, enabled);
  const inForce = book.data !== undefined || (problemOf(book.error) ? false : undefined);
  const steps = [
    {
      key: 'buildings',
      done: has($api.useQuery('get', '/api/v1/buildings', one, enabled)),
      to: linkOptions({ to: '/buildings' }),
    },
    {
      key: 'residents',
      done: has($api.useQuery('get', '/api/v1/residents', one, enabled)),
      to: linkOptions({ to: '/imports/new' }),
    },
    { key: 'teams', done: has($api.useQuery('get', '/api/v1/teams', one, enabled)), to: linkOptions({ to: '/teams' }) },
    { key: 'rules', done: inForce, to: linkOptions({ to: '/rulebooks' }) },
    {
      key: 'partners',
      done: has($api.useQuery('get', '/api/v1/partners', one, enabled)),
      to: linkOptions({ to: '/partners' }),
    },
    {
      key: 'goods',
      done: has($api.useQuery('get', '/api/v1/rewards', one, enabled)),
      to: linkOptions({ to: '/rewards' }),
    },
  ] as const;
  if (!steps.some(({ done }) => done === false)) return null;
  return (
    <Card title={<h2>{t('set_up.title')}</h2>}>
      <ol className="plain">
        {steps.map(({ key, done, to }) => (
          <li key={key} style={{ padding: '6px 0' }}>
            {done ? <CheckCircleFilled style={{ color: '#12592f' }} /> : <RightCircleOutlined />}{' '}
            {done ? t('set_up.done', { what: t(`set_up.${key}`) }) : <Link {...to}>{t(`set_up.${key}`)}</Link>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
