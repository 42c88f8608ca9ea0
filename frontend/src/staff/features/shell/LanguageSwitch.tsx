/** The other language, in its own words. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { otherThan, speak } from '@/i18n';

export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const [language, words] = otherThan(i18n.language);
  return (
    <Button type="link" lang={language} style={{ paddingInline: 0 }} onClick={() => void speak(language)}>
      {words}
    </Button>
  );
}
