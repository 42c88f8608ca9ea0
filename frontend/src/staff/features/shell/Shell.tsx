/** Around every page of the desk: the menu, who is signed in, the way out. */

import { MenuOutlined } from '@ant-design/icons';
import { Link, Outlet } from '@tanstack/react-router';
import { Button, Drawer, Layout, Result } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWide } from '../../ui/useWide';
import { LanguageSwitch } from './LanguageSwitch';
import { Leave } from './Leave';
import { MainMenu } from './MainMenu';
import { Skip, skipTarget } from './Skip';
import { useMe } from './useMe';

export function Shell() {
  const { t } = useTranslation('staff');
  const { me, isOffice } = useMe();
  const wide = useWide('xl');
  const [open, setOpen] = useState(false);
  return (
    <Layout style={{ minHeight: '100vh' }} hasSider>
      <Skip />
      {wide && (
        <Layout.Sider
          width={208}
          theme="light"
          className="sider no-print"
          style={{ position: 'sticky', top: 0, height: '100vh' }}
        >
          <Title />
          {isOffice && <MainMenu />}
        </Layout.Sider>
      )}
      <Layout>
        <Layout.Header
          className="no-print"
          style={{
            display: 'flex',
            gap: wide ? 12 : 4,
            alignItems: 'center',
            position: 'sticky',
            top: 0,
            zIndex: 10,
            paddingInline: wide ? 24 : 12,
          }}
        >
          {!wide && (
            <Button type="text" icon={<MenuOutlined />} aria-label={t('menu.open')} onClick={() => setOpen(true)} />
          )}
          <span style={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {me.community_name}
          </span>
          <span>{me.name}</span>
          <LanguageSwitch />
          <Leave />
        </Layout.Header>
        <Layout.Content {...skipTarget} style={{ padding: wide ? 24 : 12, outline: 'none' }}>
          {isOffice ? <Outlet /> : <NotForYou />}
        </Layout.Content>
      </Layout>
      <Drawer
        open={open && !wide}
        onClose={() => setOpen(false)}
        placement="left"
        size={260}
        title={t('title')}
        styles={{ body: { padding: 0 } }}
      >
        <MainMenu onChosen={() => setOpen(false)} />
      </Drawer>
    </Layout>
  );
}

const Title = () => {
  const { t } = useTranslation('staff');
  return (
    <Link to="/" className="title">
      {t('title')}
    </Link>
  );
};

function NotForYou() {
  const { t } = useTranslation('staff');
  return <Result status="403" title={t('state.not_for_you')} extra={<a href="/phone/">{t('state.to_phone')}</a>} />;
}
