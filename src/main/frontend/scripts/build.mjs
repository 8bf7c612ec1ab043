// Builds both apps into the service's static files, then weighs them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const here = fileURLToPath(new URL('..', import.meta.url));
const resources = resolve(here, '../../../target/classes/META-INF/resources');
const START = resolve(here, 'public/start.js');
/** Page, script and style of the first load, compressed: what a cheap phone on a bad network can bear. */
const BUDGET_BYTES = 45_000;

// The entries' names never change: phones and deployment checks hold on to them.
const APPS = { trainer: 'trainer-api.js', client: 'app.js' };

/** It begins before anything else is there, hence within the page; the service's policy names it by its hash. */
const startWithinThePage = {
  name: 'start-within-the-page',
  transformIndexHtml: {
    order: 'pre',
    handler: (page) =>
      page.replace('<script src="/start.js"></script>', () => `<script>${readFileSync(START, 'utf8')}</script>`),
  },
};

for (const [app, entry] of Object.entries(APPS)) {
  await build({
    configFile: false,
    root: resolve(here, app),
    publicDir: false,
    plugins: [startWithinThePage],
    base: `/${app}/`,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { __BUILD__: JSON.stringify(fingerprint(['shared', app])) },
    build: {
      target: ['es2020', 'safari14'],
      outDir: resolve(resources, app),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          entryFileNames: entry,
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: ({ names }) =>
            names[0]?.endsWith('.css') ? entryStyle(app) : 'assets/[name]-[hash][extname]',
        },
      },
    },
  });
  weigh(app);
  refuseNewerMethods(app);
}

/** Differs between builds that differ: by it an app knows what an earlier one has kept on the phone. */
function fingerprint(folders) {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(resolve(here, folder), { recursive: true }).filter((name) => /\.(tsx?|css)$/.test(name));
    for (const file of files.sort())
      if (!file.endsWith('.d.ts')) hash.update(readFileSync(resolve(here, folder, file)));
  }
  return hash.digest('hex').slice(0, 8);
}

function entryStyle(app) {
  return app === 'trainer' ? 'trainer.css' : 'app.css';
}

function weigh(app) {
  const page = readFileSync(resolve(resources, app, 'index.html'), 'utf8');
  const parts = [...page.matchAll(/(?:src|href)="\/[a-z]+\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  const loaded = ['index.html', ...parts];
  const bytes = loaded.reduce((sum, file) => sum + gzipSync(readFileSync(resolve(resources, app, file))).length, 0);
  console.log(`${app}: ${loaded.join(' + ')} = ${(bytes / 1000).toFixed(1)} kB of ${BUDGET_BYTES / 1000} kB gz`);
  if (bytes > BUDGET_BYTES) {
    console.error(`The ${app} app is over its budget: split off what the first screen does not need.`);
    process.exitCode = 1;
  }
}

/** The compiler lowers syntax to the target; a method that Safari 14 does not have it leaves as it is. */
function refuseNewerMethods(app) {
  const folder = resolve(resources, app);
  for (const file of readdirSync(folder, { recursive: true }).filter((name) => /\.(js|html)$/.test(name))) {
    const newer = readFileSync(resolve(folder, file), 'utf8').match(
      /\.(at|findLast|findLastIndex|hasOwn|toSorted|toReversed|toSpliced)\(|\bstructuredClone\(/,
    );
    if (!newer) continue;
    console.error(`${app}/${file} uses ${newer[0]}), which older web views do not have.`);
    process.exitCode = 1;
  }
}
