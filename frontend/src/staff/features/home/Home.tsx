/** The desk's first page: what waits, the programme's figures, today, what runs low; in a new community the way to begin. */

import { Col, Row } from 'antd';
import { useTranslation } from 'react-i18next';
import { spokenDay } from '@/lib/format';
import { Page } from '../../ui/Page';
import { useMe } from '../shell/useMe';
import { Figures } from './Figures';
import { LowStock } from './LowStock';
import type { Search } from './period';
import { SetUp } from './SetUp';
import { Today } from './Today';
import { Waiting } from './Waiting';

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function Home({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-home');
  const { me } = useMe();
  return (
    <Page title={t('title', { name: me.name, day: spokenDay(new Date().toISOString()) })}>
      <SetUp />
      <Waiting />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={14}>
          <Today />
        </Col>
        <Col xs={24} lg={10}>
          <LowStock />
        </Col>
      </Row>
      <Figures search={search} onSearch={onSearch} />
    </Page>
  );
}
