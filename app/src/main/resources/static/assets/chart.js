// The coder's chart by keys. Without the scripts of the chart the page works by its forms.
(() => {
  const work = document.getElementById('work');
  if (!work) return;
  document.body.classList.add('cc-has-script');
  const note = window.cleanclaimNote(work);
  const rows = window.cleanclaimRows(work);
  const changes = window.cleanclaimChanges(work, rows);
  const acts = window.cleanclaimActs(work, rows, changes, note);
  const { remember } = window.cleanclaimForms(work, rows, changes, acts, note);
  window.cleanclaimMouse(work, rows, changes, acts);
  const { decide } = acts;
  let leader = false;

  const withAlt = {
    ArrowUp: () => decide('UP'), ArrowDown: () => decide('DOWN'), Enter: acts.finalize, s: changes.send, d: acts.compute, p: acts.pend,
  };
  const alone = {
    j: () => acts.step(1), k: () => acts.step(-1), y: () => decide('ACCEPT'), p: () => decide('PRINCIPAL'), d: acts.reject,
    u: acts.takeBack, e: acts.select, w: note.enter, q: acts.query, '.': () => note.nextDocument(1), ',': () => note.nextDocument(-1),
  };
  const typing = (e) => /^(input|select|textarea)$/i.test(e.target.tagName);
  const press = (act, e) => {
    if (!act) return;
    e.preventDefault();
    act();
  };

  document.addEventListener('keydown', (e) => {
    if (acts.isAsking()) {
      acts.reasonKey(e);
      e.stopImmediatePropagation();
      return;
    }
    if (document.getElementById('keys')?.open) return;
    if (e.altKey && !e.ctrlKey && !e.metaKey) {
      if (e.key.toLowerCase() === 's' && e.target.form) return; // sends the form that is being filled in
      press(withAlt[e.key.length === 1 ? e.key.toLowerCase() : e.key], e);
      return;
    }
    if (e.key === 'Escape') {
      if (document.activeElement !== document.body) document.activeElement.blur();
      return;
    }
    if (typing(e) || e.ctrlKey || e.metaKey) return;
    if (leader) { leader = false; return; }
    if (e.key === 'g') { leader = true; return; }
    if (/^Arrow/.test(e.key) && e.target.closest?.('[data-document]')) { e.preventDefault(); note.walk(e); return; }
    if (e.key === 'c') remember();
    press(alone[e.key], e);
  }, true);
})();
