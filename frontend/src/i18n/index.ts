/** Languages: Chinese first, English whole. Each screen loads the words of its own namespace. */

import i18n from 'i18next';
import resourcesToBackend from 'i18next-resources-to-backend';
import { initReactI18next } from 'react-i18next';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** The other language, and its name in its own words. */
export const otherThan = (language: string) =>
  language === 'zh-CN' ? (['en', 'English'] as const) : (['zh-CN', '中文'] as const);

const STORED = 'linli-language';

const stored = () => languages.find((language) => language === localStorage.getItem(STORED));

export async function startLanguages(namespaces: string[]): Promise<void> {
  await i18n
    .use(resourcesToBackend((language: string, namespace: string) => import(`./${language}/${namespace}.json`)))
    .use(initReactI18next)
    .init({
      lng: stored() ?? 'zh-CN',
      fallbackLng: 'zh-CN',
      supportedLngs: languages,
      load: 'currentOnly',
      ns: namespaces,
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  say(i18n.language);
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await i18n.changeLanguage(language);
  say(language);
}

function say(language: string) {
  document.documentElement.lang = language;
}
