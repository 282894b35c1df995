// Locks the page after minutes without a key, click or touch: what it shows is taken away and the session is ended on
// the server. The server ends the session after the same time by itself; this only hides the page in time.
(() => {
  const limit = Number(document.currentScript?.dataset.minutes ?? document.querySelector('script[data-minutes]')?.dataset.minutes) * 60_000;
  if (!limit) return;
  const key = 'cleanclaim.last-sign-of-life';
  const alive = () => localStorage.setItem(key, String(Date.now()));
  const lock = () => {
    const form = document.getElementById('sign-out');
    document.body.replaceChildren();
    if (!form) return location.replace('/sign-in?out');
    form.hidden = true;
    document.body.append(form);
    form.submit();
  };
  // Other windows of the same browser count: work in one keeps the others open.
  const check = () => {
    if (Date.now() - Number(localStorage.getItem(key) ?? 0) >= limit) lock();
  };
  alive();
  let last = 0;
  for (const sign of ['keydown', 'pointerdown', 'wheel', 'touchstart']) {
    addEventListener(sign, () => {
      if (Date.now() - last < 1000) return;
      last = Date.now();
      alive();
    }, { passive: true, capture: true });
  }
  setInterval(check, Math.min(5_000, limit));
  addEventListener('visibilitychange', check);
  addEventListener('pageshow', (e) => { if (e.persisted) check(); });
})();
