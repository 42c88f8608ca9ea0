import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The server that `npm run dev` passes requests of the API on to. */
const server = process.env.LINLI_SERVER ?? 'http://127.0.0.1:8080';

/** The two applications: a folder under `src`, a page, and the address that they live under. */
const applications = ['staff', 'phone'] as const;

const routes = (application: string) =>
  tanstackRouter({
    target: 'react',
    routesDirectory: `src/${application}/routes`,
    generatedRouteTree: `src/${application}/routeTree.gen.ts`,
    autoCodeSplitting: true,
    quoteStyle: 'single',
    routeFileIgnorePattern: '\\.test\\.',
  });

/** Answers every address of an application with its page, as the server does. */
const deepLinks: Plugin = {
  name: 'deep-links',
  configureServer: (dev) => {
    dev.middlewares.use((request, _, next) => {
      const [path = ''] = (request.url ?? '').split('?');
      const application = applications.find((name) => path === `/${name}` || path.startsWith(`/${name}/`));
      if (application !== undefined && !path.includes('.')) request.url = `/${application}/index.html`;
      next();
    });
  },
};

type Chunk = { file: string; css?: string[]; assets?: string[]; imports?: string[]; dynamicImports?: string[] };

/** The files that a page can come to need, as the build's manifest has them. */
function filesOf(page: string): Set<string> {
  const chunks = JSON.parse(readFileSync(here('./dist/.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const seen = new Set<string>();
  const files = new Set([page]);
  const visit = (name: string) => {
    const chunk = chunks[name];
    if (chunk === undefined || seen.has(name) || name.includes('/staff-') || name.endsWith('/staff.json')) return;
    seen.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next);
  };
  visit(page);
  return files;
}

/** The phone's shell, all its screens and the scanner: never the desk, never an answer of the API. */
const phoneOffline = VitePWA({
  scope: '/phone/',
  registerType: 'prompt',
  injectRegister: false,
  manifest: false,
  workbox: {
    globPatterns: ['**/*.{html,js,css,wasm,svg,webmanifest}'],
    maximumFileSizeToCacheInBytes: 4_000_000,
    manifestTransforms: [
      (entries) => {
        const files = filesOf('phone/index.html');
        const kept = entries.filter(({ url }) => files.has(url) || url.startsWith('phone/') || url === 'icon.svg');
        return { manifest: kept, warnings: [] };
      },
    ],
    navigateFallback: '/phone/index.html',
    navigateFallbackAllowlist: [/^\/phone(\/|$)/],
  },
});

/** Puts compressed copies beside the files that are worth it; the server picks one. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  enforce: 'post',
  closeBundle: {
    order: 'post',
    sequential: true,
    handler: () => {
      const dist = here('./dist/');
      const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
      for (const file of files.filter((name) => /\.(js|css|html|svg|wasm|webmanifest)$/.test(name))) {
        const whole = readFileSync(dist + file);
        if (whole.length < 1024) continue;
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
        writeFileSync(`${dist}${file}.br`, brotliCompressSync(whole, { params }));
        writeFileSync(`${dist}${file}.gz`, gzipSync(whole, { level: 9 }));
      }
    },
  },
};

export default defineConfig({
  resolve: { alias: { '@': here('./src') } },
  plugins: [...applications.map(routes), react(), deepLinks, phoneOffline, compressed],
  build: {
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      // Routes are small and needed at once: in a file of their own each, they cost a request each.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: 'phone-routes', test: /\/src\/phone\/(routes\/.*|routeTree\.gen|router)\.tsx?$/ }],
        },
      },
      input: { home: here('./index.html'), staff: here('./staff/index.html'), phone: here('./phone/index.html') },
    },
  },
  server: { proxy: Object.fromEntries(['/api', '/docs', '/openapi.json', '/health'].map((path) => [path, server])) },
});
