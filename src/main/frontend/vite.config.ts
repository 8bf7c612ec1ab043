import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = fileURLToPath(new URL('.', import.meta.url));
const tests = resolve(here, '../../test/frontend');

/** `/trainer/42` is the trainer app, as the service serves it; the id in the path is only an address. */
const appPages: Plugin = {
  name: 'app-pages',
  configureServer(server) {
    server.middlewares.use((request, _, next) => {
      const app = /^\/(trainer|client)\/\d*$/.exec(request.url?.split('?')[0] ?? '');
      if (app) request.url = `/${app[1]}/index.html`;
      next();
    });
  },
};

/** The tests live in src/test/frontend, where no node_modules lies above them: their packages are this project's. */
const packagesForTests: Plugin = {
  name: 'packages-for-tests',
  enforce: 'pre',
  resolveId(id, importer) {
    if (!importer?.startsWith(tests) || /^[./~\0]|^node:/.test(id)) return null;
    return this.resolve(id, resolve(here, 'vite.config.ts'), { skipSelf: true });
  },
};

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [appPages, packagesForTests],
  resolve: { alias: { '~': here } },
  define: { __BUILD__: '"development"' },
  // the port of the service, as ./dev run has it
  server: { proxy: { '/api': `http://localhost:${process.env.PORT || 8080}` }, fs: { allow: [here, tests] } },
  test: {
    environment: 'happy-dom',
    dir: tests,
    include: ['**/*.test.{ts,tsx}'],
    env: { TZ: 'Europe/Moscow' },
    restoreMocks: true,
    unstubGlobals: true,
  },
});
