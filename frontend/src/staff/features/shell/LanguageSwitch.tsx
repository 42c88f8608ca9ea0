/** The other language, in its own words. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { speak } from '@/i18n';

export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const [language, words] = i18n.language === 'zh-CN' ? (['en', 'English'] as const) : (['zh-CN', '中文'] as const);
  return (
    <Button type="link" lang={language} style={{ paddingInline: 0 }} onClick={() => void speak(language)}>
      {words}
    </Button>
  );
}
