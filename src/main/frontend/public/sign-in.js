// Asks for the token while the app itself is still on its way: one round trip less before the first screen is there.
// The app takes the answer over (shared/api/calls.ts), or signs in by itself where this did not come to one.
(() => {
  const launch = new URLSearchParams(location.hash.replace(/^#(\/[^?]*\?)?/, ''));
  const initData = launch.get('tgWebAppData');
  if (!initData) return;
  const answer = fetch('/api/v1/auth/telegram', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ init_data: initData }),
  });
  // Whoever takes it over hears of a failure; until then it is nobody's.
  answer.catch(() => {});
  window.signingIn = { initData, answer };
})();
