import { defineConfig } from 'i18next-cli';

export default defineConfig({
  locales: ['zh-CN', 'en'],
  extract: {
    input: ['src/**/*.{ts,tsx}'],
    ignore: ['src/**/*.test.*', 'src/**/*.gen.ts'],
    output: 'src/i18n/{{language}}/{{namespace}}.json',
    defaultNS: 'common',
    keySeparator: '.',
    nsSeparator: ':',
    removeUnusedKeys: true,
    defaultValue: '',
    sort: true,
  },
  types: {
    input: ['src/i18n/zh-CN/*.json'],
    output: 'src/i18n/types.gen.d.ts',
    resourcesFile: 'src/i18n/resources.gen.d.ts',
  },
  lint: { ignore: ['src/**/*.test.*'] },
});
