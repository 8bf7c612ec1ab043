// What cannot wait for the app itself, which is still on its way: the sign-in and then what the first screen is made of, so
// that it is there two round trips earlier (shared/api/http.ts takes the answers over), and a word when the app does not
// arrive.
(() => {
  const launch = new URLSearchParams(location.hash.replace(/^#(\/[^?]*\?)?/, ''));
  const initData = launch.get('tgWebAppData');
  const giveUp = new AbortController();
  if (initData) {
    setTimeout(() => giveUp.abort(), 20_000);
    const answer = call('/auth/telegram', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ init_data: initData }),
    });
    window.signingIn = { initData, answer, firstRead: answer.then(readFirst).catch(() => undefined) };
  }

  function call(path, request) {
    const answer = fetch(`/api/v1${path}`, { ...request, signal: giveUp.signal });
    // Whoever takes it over hears of a failure; until then it is nobody's.
    answer.catch(() => {});
    return answer;
  }

  /** Nothing where a link leads to another screen. */
  async function readFirst(signIn) {
    const led = /^#\//.test(location.hash) || launch.has('tgWebAppStartParam') || /(^|&)start_param=/.test(initData);
    if (led || !signIn.ok) return undefined;
    const { access_token, user } = await signIn.clone().json();
    const path = location.pathname.startsWith('/trainer') ? dayOf(user, access_token) : sessionsOf(user);
    if (!path) return undefined;
    const answer = call(path, { headers: { Authorization: `Bearer ${access_token}` } });
    return { path, answer, until: Date.now() + 5_000 };
  }

  /** Today, by the service's clock, where the trainer works. */
  function dayOf({ telegram_id, trainer }, token) {
    if (!trainer) return undefined;
    const { iat } = JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
    // In the language that the app reckons in (shared/text/time.ts): to load another one takes a cheap phone 100 ms.
    const numbers = { timeZone: trainer.timezone, year: 'numeric', month: '2-digit', day: '2-digit' };
    const [month, day, year] = new Date(iat * 1000).toLocaleDateString('en-US', numbers).split('/');
    return `/slots/trainer/${telegram_id}/day/${year}-${month}-${day}`;
  }

  function sessionsOf({ telegram_id }) {
    return `/bookings/client/${telegram_id}?limit=200&scope=upcoming`;
  }

  /** Its script did not come, or broke off before it drew anything over the outline of the page. */
  function sayThatItIsMissing({ target }) {
    const element = target.tagName;
    const brokeOff = !element && document.querySelector('#app > [aria-busy]');
    if (element !== 'SCRIPT' && !brokeOff) return;
    const [words, again] = navigator.language.startsWith('en')
      ? ['The app did not load. Check the internet and try again.', 'Try again']
      : ['Приложение не загрузилось. Проверьте интернет и повторите.', 'Повторить'];
    const place = document.querySelector('#app');
    place.innerHTML =
      '<main class="alone"><section class="empty"><h1></h1><button class="button primary"></button></section></main>';
    place.querySelector('h1').textContent = words;
    const button = place.querySelector('button');
    button.textContent = again;
    button.onclick = () => location.reload();
  }
  addEventListener('error', sayThatItIsMissing, true);
})();
