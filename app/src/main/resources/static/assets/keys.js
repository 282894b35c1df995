// Keys and small comforts. Every page works without this file.
(() => {
  const typing = (e) =>
    /^(input|select|textarea)$/i.test(e.target.tagName) && !/^(checkbox|radio)$/i.test(e.target.type ?? '');
  const rows = () => [...document.querySelectorAll('table[data-rows] tbody tr[data-href]')];
  let current = -1;
  let leader = false;
  let picked = -1; // the row that x has chosen last

  const choose = (step) => {
    const all = rows();
    if (!all.length) return;
    current = Math.max(0, Math.min(all.length - 1, current + step));
    all.forEach((row, i) => row.classList.toggle('cc-current', i === current));
    all[current].scrollIntoView({ block: 'nearest' });
  };

  // x chooses the row, or lets it go; with Shift all rows since the one chosen last.
  const pick = (isRange) => {
    if (current < 0) choose(1);
    const boxOf = (row) => row?.querySelector('input[type=checkbox]:not([disabled])');
    const box = boxOf(rows()[current]);
    if (!box) return false;
    const from = isRange && picked >= 0 ? Math.min(picked, current) : current;
    const to = isRange && picked >= 0 ? Math.max(picked, current) : current;
    const isChosen = isRange || !box.checked;
    rows().slice(from, to + 1).forEach((row) => {
      const each = boxOf(row);
      if (!each || each.checked === isChosen) return;
      each.checked = isChosen;
      each.dispatchEvent(new Event('change', { bubbles: true }));
    });
    picked = current;
    return true;
  };

  // A key that a page gives to a part of it: a link is followed, a part is opened, a field is entered.
  const press = (key) => {
    const part = document.querySelector(`[data-press~="${CSS.escape(key)}"]`);
    if (!part) return false;
    const fold = part.closest('details');
    if (fold) fold.open = true;
    if (part.href) location.href = part.href;
    else if (part.tagName === 'DETAILS') part.querySelector('input:not([type=hidden]), select, textarea')?.focus();
    else if (/^(button)$/i.test(part.tagName)) part.click();
    else part.focus();
    return true;
  };

  document.addEventListener('keydown', (e) => {
    if (e.defaultPrevented) return;
    if (e.altKey && (e.key === 's' || e.key === 'S')) {
      const form = document.activeElement?.form;
      if (form) { e.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (e.key === 'Escape' && typing(e)) { e.target.blur(); return; }
    if (typing(e) || e.ctrlKey || e.altKey || e.metaKey) return;
    if (document.querySelector('dialog[open]')) return;
    if (leader) {
      leader = false;
      const link = document.querySelector(`[data-key="g ${e.key}"]`);
      if (link) location.href = link.href;
      return;
    }
    if (e.key === 'g') leader = true;
    else if (e.key === 'j') choose(1);
    else if (e.key === 'k') choose(-1);
    else if (e.key === 'Enter' && current >= 0) location.href = rows()[current].dataset.href;
    else if (e.key === 'c' && document.querySelector('[data-encoder]')) {
      const words = String(getSelection()).trim().slice(0, 200);
      const link = document.querySelector('[data-encoder]').href;
      location.href = words ? `${link}&q=${encodeURIComponent(words)}&words=${encodeURIComponent(words)}` : link;
    } else if (/^[1-5]$/.test(e.key) && document.querySelector(`[data-digit="${e.key}"]`)) {
      const action = document.querySelector(`[data-digit="${e.key}"]`);
      action.open = true;
      e.preventDefault();
      action.querySelector('input:not([type=hidden])')?.focus();
    } else if (press(e.key)) e.preventDefault();
    else if (e.key === '?') document.getElementById('keys').showModal();
    else if (e.key === 'x' || e.key === 'X') { if (pick(e.key === 'X')) e.preventDefault(); }
    else if (e.key === '/' || e.key === 'f') {
      const here = document.querySelector('[data-search]');
      const all = document.querySelector('[data-search-all]');
      const search = e.key === 'f' ? here : document.querySelector('[data-encoder-search]') ?? all;
      if (search) { e.preventDefault(); search.focus(); search.select(); }
    }
  });

  // A file that the server would refuse is not sent, so that the form keeps what was typed.
  document.addEventListener('change', (e) => {
    const most = Number(e.target.dataset?.megabytes);
    if (!most) return;
    const large = [...e.target.files].find((file) => file.size > most * 1e6);
    const sentence = `${large?.name} has ${Math.ceil(large?.size / 1e5) / 10} MB; a file of at most ${most} MB is taken. Choose a smaller one, or send its parts.`;
    e.target.setCustomValidity(large ? sentence : '');
    e.target.reportValidity();
  });

  document.addEventListener('click', (e) => {
    const row = e.target.closest('tr[data-href]');
    if (row && !e.target.closest('a, button, input')) location.href = row.dataset.href;
  });

  const makeSortable = () =>
    document.querySelectorAll('table[data-sortable] th:not([data-sort])').forEach((head) => {
      const column = head.cellIndex;
      head.dataset.sort = '';
      head.tabIndex = 0;
      const sort = () => {
        const body = head.closest('table').tBodies[0];
        const up = head.dataset.sort !== 'up';
        const value = (row) => row.cells[column]?.textContent.trim() ?? '';
        const number = (text) => (/^-?[\d.,]+$/.test(text) ? Number(text.replace(/,/g, '')) : NaN);
        [...body.rows]
          .sort((a, b) => {
            const [x, y] = [value(a), value(b)];
            const order = Number.isNaN(number(x)) || Number.isNaN(number(y)) ? x.localeCompare(y) : number(x) - number(y);
            return up ? order : -order;
          })
          .forEach((row) => body.append(row));
        head.parentElement.querySelectorAll('[aria-sort]').forEach((other) => {
          other.removeAttribute('aria-sort');
          other.dataset.sort = '';
        });
        head.dataset.sort = up ? 'up' : 'down';
        head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      };
      head.addEventListener('click', sort);
      head.addEventListener('keydown', (e) => e.key === 'Enter' && sort());
    });
  makeSortable();
  document.addEventListener('htmx:afterSwap', makeSortable); // rows that a filter has brought anew
})();
