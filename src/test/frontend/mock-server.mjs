// The built apps over an API kept in memory, to look at them without the service:
//   npm run build && node ../../test/frontend/mock-server.mjs
//   http://localhost:8099/frame?app=trainer            in a frame that speaks Telegram's protocol
//   http://localhost:8099/frame?app=client&do=Confirm  … and then presses what is called so ("|" parts several)
// Also: theme=dark, lang=en, version=6.0, zone of the mock trainer: zone=Asia/Omsk, empty=1 for a first day, two=1 for two trainers, route=/link.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApi } from './mock-api.mjs';

const resources = fileURLToPath(new URL('../../../target/classes/META-INF/resources', import.meta.url));
const frame = readFileSync(new URL('mock-frame.html', import.meta.url));
const TYPES = { '.js': 'application/javascript', '.css': 'text/css', '.html': 'text/html', '.svg': 'image/svg+xml' };
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; base-uri 'none'";

const PORT = Number(process.env.PORT) || 8099;
let api = createApi({});

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const send = (status, type, body, headers = {}) => {
    response.writeHead(status, { 'Content-Type': type, ...headers });
    response.end(body);
  };
  if (url.pathname === '/frame') {
    api = createApi(Object.fromEntries(url.searchParams));
    return send(200, 'text/html; charset=utf-8', frame);
  }
  if (url.pathname.startsWith('/api/v1/')) {
    const text = await bodyOf(request);
    const { status, body } = api(request.method, url, text ? JSON.parse(text) : null);
    return send(status, status < 400 ? 'application/json' : 'application/problem+json', JSON.stringify(body));
  }
  const page = /^\/(trainer|client)\/\d*$/.exec(url.pathname);
  const file = page ? `/${page[1]}/index.html` : url.pathname;
  try {
    send(200, TYPES[extname(file)] ?? 'text/plain', readFileSync(join(resources, file)), {
      'Content-Security-Policy': CSP,
    });
  } catch {
    send(404, 'text/plain', 'Nothing here');
  }
}).listen(PORT, () => console.log(`http://localhost:${PORT}/frame?app=trainer`));

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
