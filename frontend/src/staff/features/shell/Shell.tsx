/** Around every page of the desk: the menu, who is signed in, the way out. */

import { MenuOutlined } from '@ant-design/icons';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Button, Drawer, Grid, Layout, Menu, Result } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './LanguageSwitch';
import { Leave } from './Leave';
import { type Entry, groups, home } from './menu';
import { useMe } from './useMe';

export function Shell() {
  const { t } = useTranslation('staff');
  const { me, isOffice } = useMe();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [open, setOpen] = useState(false);
  return (
    <Layout style={{ minHeight: '100vh' }} hasSider>
      {wide && (
        <Layout.Sider
          width={208}
          theme="light"
          className="no-print"
          style={{ position: 'sticky', top: 0, height: '100vh', overflow: 'auto' }}
        >
          <Title />
          {isOffice && <MainMenu />}
        </Layout.Sider>
      )}
      <Layout>
        <Layout.Header
          className="no-print"
          style={{ display: 'flex', gap: 12, alignItems: 'center', position: 'sticky', top: 0, zIndex: 10 }}
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
        <Layout.Content style={{ padding: wide ? 24 : 12 }}>{isOffice ? <Outlet /> : <NotForYou />}</Layout.Content>
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
    <Link to="/" style={{ display: 'block', padding: '14px 24px', fontSize: 18, fontWeight: 600, color: '#0b4f4a' }}>
      {t('title')}
    </Link>
  );
};

function MainMenu({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation('staff');
  const { isAdministrator, isDesk, isOffice } = useMe();
  const { pathname } = useLocation();
  const may = { administrator: isAdministrator, desk: isDesk, office: isOffice };
  const item = ({ to, label }: Entry) => ({ key: to, label: <Link to={to}>{t(`menu.${label}`)}</Link> });
  const shown = groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => may[entry.for]) }))
    .filter(({ entries }) => entries.length > 0);
  const current = shown
    .flatMap(({ entries }) => entries.map(({ to }) => to))
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0];
  // The menu is longer than some screens are high.
  useEffect(() => {
    if (current) document.querySelector('.ant-menu-item-selected')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <Menu
      mode="inline"
      selectedKeys={[current ?? home.to]}
      items={[
        item(home),
        ...shown.map(({ label, entries }) => ({
          type: 'group' as const,
          key: label,
          label: t(`menu.${label}`),
          children: entries.map(item),
        })),
      ]}
      {...(onChosen && { onClick: onChosen })}
      style={{ borderInlineEnd: 0 }}
    />
  );
}

function NotForYou() {
  const { t } = useTranslation('staff');
  return <Result status="403" title={t('state.not_for_you')} extra={<a href="/phone/">{t('state.to_phone')}</a>} />;
}
