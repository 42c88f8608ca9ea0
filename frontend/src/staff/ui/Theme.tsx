/** Colours, language and behaviour of every antd component of the desk. */

import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TIMEZONE } from '@/lib/format';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.tz.setDefault(TIMEZONE);

// Teal, for red is an error's; grey texts and placeholders dark enough for AA, also under the mouse and where nothing can be changed.
const token = {
  colorPrimary: '#0f766e',
  colorPrimaryHover: '#0b5d57',
  colorLink: '#0f766e',
  colorLinkHover: '#0b5d57',
  colorInfo: '#0f766e',
  colorInfoBg: '#e6f4f2',
  colorInfoBorder: '#8fc7c0',
  colorError: '#c0261b',
  colorTextDescription: '#595959',
  colorTextPlaceholder: '#6b6b6b',
  colorTextTertiary: '#595959',
  colorTextDisabled: '#6b6b6b',
  borderRadius: 6,
  fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
};

const components = {
  Table: { cellPaddingInlineMD: 12, cellPaddingInlineSM: 12 },
  Layout: { siderBg: '#ffffff', headerBg: '#ffffff', headerHeight: 56, headerPadding: '0 24px', bodyBg: '#f4f6f5' },
};

export function Theme({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const chinese = i18n.language === 'zh-CN';
  dayjs.locale(chinese ? 'zh-cn' : 'en');
  return (
    <ConfigProvider locale={chinese ? zh : en} button={{ autoInsertSpace: false }} theme={{ token, components }}>
      <App message={{ maxCount: 3 }}>{children}</App>
    </ConfigProvider>
  );
}
