// How soon the Mini Apps are there on a cheap phone and a bad network, against a service that runs with its simulator
// and demo data: npm run speed -- [http://localhost:8080]. Fails when it takes too long; docs/operations.md has figures.
import { openBrowser } from './browser.mjs';

const ADDRESS = process.argv[2] ?? `http://localhost:${process.env.PORT || 8080}`;
/** Each app is opened by somebody of the demo data. */
const APPS = { client: 6000000021, trainer: 6000000011 };
/** Milliseconds from the tap: something is to be seen; all of the first screen is there. */
const LIMITS = { content: 1000, ready: 2000 };
const RUNS = 5;
const CPU_SLOWDOWN = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const PHONE = { width: 390, height: 844, deviceScaleFactor: 2, mobile: true };
const PATIENCE_MS = 30_000;

/** Runs in the page: notes when its heading is there and no outline of anything that is still to come. */
function watch() {
  window.TelegramWebviewProxy = { postEvent() {} };
  window.times = {};
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('first-contentful-paint')) window.times.content = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  new MutationObserver(() => {
    const there = document.querySelector('main h1') && !document.querySelector('.skeleton');
    if (there && !window.times.drawing) {
      window.times.drawing = true;
      requestAnimationFrame(() => setTimeout(() => (window.times.ready = performance.now())));
    }
  }).observe(document, { childList: true, subtree: true });
}

async function launch(app, person) {
  const response = await fetch(`${ADDRESS}/simulator/api/chats/main/${person}/mini-app`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: `${ADDRESS}/${app}/${person}` }),
  });
  if (!response.ok)
    throw new Error(`No launch of the ${app} app: is ${ADDRESS} a service with simulator and demo data?`);
  return new URL((await response.json()).src, ADDRESS).href;
}

async function measure(browser, app, person) {
  const url = await launch(app, person);
  const page = await browser.openPage();
  await page.send('Page.enable');
  await page.send('Network.enable');
  await page.send('Network.emulateNetworkConditions', NETWORK);
  await page.send('Emulation.setDeviceMetricsOverride', PHONE);
  await page.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watch})()` });
  await page.send('Page.navigate', { url });
  const deadline = Date.now() + PATIENCE_MS;
  let times = {};
  while (!(times.content && times.ready)) {
    if (Date.now() > deadline) throw new Error(`The ${app} app did not come up`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { result } = await page.send('Runtime.evaluate', { expression: 'window.times', returnByValue: true });
    times = result.value ?? {};
  }
  await page.close();
  return times;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const browser = await openBrowser();
try {
  for (const [app, person] of Object.entries(APPS)) {
    // The first one warms the service, not the phone: each page begins without a cache.
    await measure(browser, app, person);
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measure(browser, app, person));
    for (const [what, limit] of Object.entries(LIMITS)) {
      const took = Math.round(median(runs.map((one) => one[what])));
      console.log(`${app}: ${what} after ${took} ms (of ${limit} ms)`);
      if (took > limit) process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
}
if (process.exitCode) console.error('Too slow.');
