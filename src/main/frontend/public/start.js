// What cannot wait for the app itself, which is still on its way: the sign-in, so that the first screen is there a round
// trip earlier (shared/api/calls.ts takes the answer over), and a word when the app does not arrive.
(() => {
  const launch = new URLSearchParams(location.hash.replace(/^#(\/[^?]*\?)?/, ''));
  const initData = launch.get('tgWebAppData');
  if (initData) {
    const answer = fetch('/api/v1/auth/telegram', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ init_data: initData }),
    });
    // Whoever takes it over hears of a failure; until then it is nobody's.
    answer.catch(() => {});
    window.signingIn = { initData, answer };
  }

  function sayThatItIsMissing({ target }) {
    if (target.tagName !== 'SCRIPT') return;
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
