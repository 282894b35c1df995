// Keys of the encoder. Every page works without this file.
(() => {
  const $ = (id) => document.getElementById(id);
  const panes = ['found', 'card'];
  const at = { found: -1, card: -1 };
  let pane = 'found';
  let follow = 0;
  let openAfter = false;
  let pickedWith = '';

  const rows = (name) =>
    [...($(name)?.querySelectorAll('[data-row]') ?? [])].filter((row) => row.offsetParent !== null);
  const current = () => rows(pane)[at[pane]];
  const codeOf = (row) => row?.querySelector('a[data-code]');
  const shown = () => document.querySelector('[data-card]')?.dataset.card;
  const typed = (e) => /^(input|select|textarea)$/i.test(e.target.tagName);

  const show = () => {
    document.querySelectorAll('.cc-current').forEach((row) => row.classList.remove('cc-current'));
    const row = current();
    if (!row) return;
    row.classList.add('cc-current');
    row.scrollIntoView({ block: 'nearest' });
  };

  const load = (link) =>
    window.htmx.ajax('GET', link.getAttribute('hx-get'), {
      source: link, target: link.getAttribute('hx-target'), headers: { 'X-Moving': '1' },
    });

  const move = (step) => {
    const all = rows(pane);
    if (!all.length) return;
    at[pane] = Math.max(0, Math.min(all.length - 1, at[pane] + step));
    show();
    if (pane !== 'found') return;
    clearTimeout(follow);
    const link = codeOf(current());
    if (link && link.getAttribute('hx-target') === '#card') {
      follow = setTimeout(() => link.isConnected && link.dataset.code !== shown() && load(link), 110);
    }
  };

  // Enter shows the highlighted code, and picks it once it is shown.
  const enter = () => {
    const row = current();
    const cell = document.activeElement?.closest?.('#found td a');
    const link = cell ?? codeOf(row) ?? row?.querySelector('a');
    if (!link) return;
    clearTimeout(follow);
    if (link.dataset.code && link.dataset.code === shown()) {
      const pick = $('pick');
      if (pick) pick.requestSubmit();
      else to('card');
    } else if (link.dataset.code) load(link);
    else link.click();
  };

  const to = (name) => {
    if (!rows(name).length) return;
    if (document.activeElement?.tagName === 'INPUT') document.activeElement.blur();
    pane = name;
    if (at[name] < 0) at[name] = 0;
    show();
  };

  const open = () => {
    const row = current();
    const more = row?.querySelector(':scope > a[data-open], :scope > .cc-line > a[data-open], :scope > th > a[data-expand]');
    if (more && !row.querySelector('.cc-below li')) more.click();
    else if (pane === 'found') to('card');
  };

  const close = () => {
    const row = current();
    const below = row?.querySelector(':scope > .cc-below');
    const inside = row?.parentElement.closest('.cc-below');
    if (pane === 'card') to('found');
    else if (below?.children.length) below.replaceChildren();
    else if (inside) {
      at.found = rows('found').indexOf(inside.closest('[data-row]'));
      inside.replaceChildren();
      show();
    } else [...document.querySelectorAll('#found [data-up], #found .cc-trail a')].at(-1)?.click();
  };

  // Of a chart's code that was just picked: out of the box, so that a and Enter add it; not where
  // the next one is typed already, in the box or in the Tables.
  const toPicked = () => {
    if ($('q').value !== pickedWith || document.querySelector('[data-pcs]')) return;
    document.querySelector('#picked [data-press="a"]')?.focus();
  };

  // In a table the arrows go from code to code of the row.
  const across = (step) => {
    const cells = [...(current()?.querySelectorAll('td a') ?? [])];
    if (!cells.length) return step > 0 ? open() : close();
    const here = cells.indexOf(document.activeElement);
    if (here < 0 && step < 0) return close();
    cells[Math.max(0, Math.min(cells.length - 1, here + step))].focus();
  };

  const procedures = (e) => {
    const box = document.querySelector('[data-pcs]');
    if (!box || typed(e)) return false;
    if (/^[0-9a-z]$/i.test(e.key)) {
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
      return true; // the key itself goes into the box
    }
    if (e.key === 'Backspace') {
      e.preventDefault();
      box.value = box.value.slice(0, -1);
      box.dispatchEvent(new Event('input', { bubbles: true }));
      box.focus();
      return true;
    }
    return false;
  };

  document.addEventListener('keydown', (e) => {
    if (!$('panes') || $('keys')?.open) return;
    const q = $('q');
    const isQ = e.target === q;
    const isPcs = e.target.matches?.('[data-pcs]');
    const isWithin = e.target.id === 'within';
    const inBox = isQ || isPcs || isWithin;
    const stop = () => { e.preventDefault(); e.stopImmediatePropagation(); };
    if (e.ctrlKey && (e.key === 'ArrowUp' || e.key === 'ArrowDown')) {
      stop();
      return to(panes[(panes.indexOf(pane) + 1) % panes.length]);
    }
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    if (typed(e) && !inBox) return;
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') { stop(); return move(e.key === 'ArrowDown' ? 1 : -1); }
    if (e.key === 'Enter') {
      if (e.target.closest('button, summary')) return;
      if (!inBox && e.target.tagName === 'A' && !e.target.closest('#found, #card')) return;
      stop();
      if (isQ && q.value !== q.dataset.searched) {
        openAfter = true;
        window.htmx.trigger('#look', 'submit');
        return;
      }
      return enter();
    }
    const edge = (n) => e.target.selectionStart === e.target.selectionEnd && e.target.selectionEnd === n;
    if (e.key === 'ArrowRight' && (!inBox || edge(e.target.value.length))) { stop(); return across(1); }
    if (e.key === 'ArrowLeft' && (!inBox || (edge(0) || pane === 'card' || document.querySelector('.cc-current .cc-below li, .cc-below .cc-current')))) { stop(); return across(-1); }
    if (e.key === 'Escape' && inBox) { e.target.blur(); return; }
    if (inBox) return;
    if (procedures(e)) return e.stopImmediatePropagation();
    if (e.key === 'f' && $('within')) { stop(); $('within').focus(); return; }
    if (e.key === '/') { stop(); q.focus(); q.select(); }
  }, true);

  document.addEventListener('htmx:beforeRequest', (e) => {
    if (e.detail.elt?.id === 'look' && $('q')) $('q').dataset.asked = $('q').value;
    if (e.detail.elt?.id === 'pick' && $('q')) pickedWith = $('q').value;
  });
  document.addEventListener('htmx:afterSettle', (e) => {
    const id = e.detail.target?.id;
    const q = $('q');
    if (!q) return;
    if (id === 'found' || id === 'lines' || id === 'panes' || id === 'columns') {
      if (q.dataset.asked !== undefined && id === 'found') q.dataset.searched = q.dataset.asked;
      pane = 'found';
      const self = shown() ? rows('found').findIndex((row) => codeOf(row)?.dataset.code === shown()) : -1;
      at.found = rows('found').length ? Math.max(0, self) : -1;
      show();
      const box = document.querySelector('[data-pcs]');
      if (id === 'panes' && box) { box.focus(); box.setSelectionRange(9, 9); }
    }
    if (e.detail.requestConfig?.elt?.id === 'pick') toPicked();
    // A character that no table has goes out of the box again.
    const columns = $('columns');
    const box = document.querySelector('[data-pcs]');
    if (id === 'columns' && columns && box && box.value.length > columns.dataset.good.length
      && columns.querySelector('[role=alert]') && box.value.toUpperCase().startsWith(columns.dataset.good)) {
      box.value = columns.dataset.good;
    }
    if (id === 'card' || id === 'columns' || id === 'panes') at.card = -1;
    if (id === 'card' && window.matchMedia('(max-width: 800px)').matches) $('card').scrollIntoView({ block: 'start' });
    if (id === 'found' && openAfter && q.value === q.dataset.searched) { openAfter = false; enter(); }
  });

  document.addEventListener('click', (e) => {
    const row = e.target.closest('[data-row]');
    const name = row?.closest('#found, #card')?.id;
    if (!name) return;
    pane = name;
    at[name] = rows(name).indexOf(row);
    show();
  });

  const begin = () => {
    const q = $('q');
    if (!q) return;
    q.dataset.searched = q.value;
    const self = shown() ? rows('found').findIndex((row) => codeOf(row)?.dataset.code === shown()) : -1;
    at.found = rows('found').length ? Math.max(0, self) : -1;
    show();
    const box = document.querySelector('[data-pcs]');
    if (box) { box.focus(); box.setSelectionRange(9, 9); } else q.setSelectionRange(q.value.length, q.value.length);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
  document.addEventListener('htmx:historyRestore', begin);
})();
