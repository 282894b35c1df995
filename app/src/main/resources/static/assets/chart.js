// The coder's chart by keys, and its changes while the connection is lost. Every change has a key of its own and waits
// in local storage until the server has answered; what is kept there names charts, codes and places, never words of a
// record. Without this file the page works by its forms.
(() => {
  const work = document.getElementById('work');
  if (!work) return;
  document.body.classList.add('cc-has-script');
  const { chart, user, csrf } = work.dataset;
  const place = `cleanclaim.changes.${user}`;
  const RETRY_MS = 4000;
  const line = document.getElementById('changes');
  const reasons = document.getElementById('reasons');
  let sentences = []; // what the server said; not kept
  let memory = null; // in place of a storage that the browser refuses
  let isSending = false;
  let isOffline = false;
  let leader = false;
  let current = null; // `SYSTEM CODE` of the highlighted row
  let waitsForReason = null;
  const { selected, enter, walk, nextDocument } = window.cleanclaimNote(work);

  // The queue.
  const read = () => {
    if (memory) return memory;
    try {
      return JSON.parse(localStorage.getItem(place) ?? '[]');
    } catch {
      return (memory = []);
    }
  };
  const write = (changes) => {
    if (memory) { memory = changes; return; }
    try {
      if (changes.length) localStorage.setItem(place, JSON.stringify(changes));
      else localStorage.removeItem(place);
    } catch {
      memory = changes;
    }
  };
  const update = (edit) => write(edit(read()));
  const newKey = () =>
    crypto.randomUUID?.() ??
    '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (c) =>
      (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

  const board = () => work.querySelector('.cc-chart');
  const mayCode = () => board()?.dataset.may === 'code';

  const change = (kind, system, code, more = {}) => {
    if (!mayCode()) return say('The codes of this chart cannot be changed now.');
    update((all) => [
      ...all,
      { chart, key: newKey(), revision: Number(board().dataset.revision), kind, system, code, ...more },
    ]);
    sentences = [];
    show();
    send();
  };

  const say = (sentence) => {
    sentences = [...sentences.filter((s) => s !== sentence), sentence];
    show();
  };

  // A change that is not made goes, and what was to take it back.
  const drop = (change) => update((all) => {
    const later = all.slice(all.indexOf(all.find((c) => c.key === change.key)) + 1).filter((c) => c.chart === change.chart);
    let open = 0;
    const itsReturn = change.kind !== 'TAKE_BACK' && later.find((c) => {
      if (c.kind !== 'TAKE_BACK') open += 1;
      else if (open === 0) return true;
      else open -= 1;
      return false;
    });
    return all.filter((c) => c.key !== change.key && c !== itsReturn);
  });

  // One after the other, oldest first; a change that the server has answered leaves the queue.
  const send = async () => {
    if (isSending) return;
    isSending = true;
    let isChanged = false;
    try {
      for (;;) {
        const next = read().find((c) => !c.held);
        if (!next) break;
        const { chart: where, held, ...body } = next;
        let answer;
        try {
          const response = await fetch(`/charts/${where}/changes`, {
            method: 'POST', redirect: 'manual', body: JSON.stringify({ reason: null, place: null, ...body }),
            headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': csrf },
          });
          if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) {
            say('You are signed out, or may not code here. Sign in again; what you did waits here.');
            return;
          }
          if (response.status >= 500) throw new TypeError('server');
          if (!response.ok) {
            drop(next);
            say(`The server does not take the change of ${next.code}.`);
            continue;
          }
          answer = await response.json();
        } catch {
          isOffline = true;
          show();
          setTimeout(send, RETRY_MS);
          return;
        }
        isOffline = false;
        if (answer.outcome === 'MADE' || answer.outcome === 'MADE_BEFORE') {
          // What was done on top of this change goes on from where it left the chart.
          update((all) => all
            .filter((c) => c.key !== next.key)
            .map((c) => (c.chart === where && c.revision === next.revision && !c.held ? { ...c, revision: answer.revision } : c)));
        } else if (answer.outcome === 'CONFLICT') {
          update((all) => all.map((c) => (c.chart === where ? { ...c, held: true } : c)));
          say(answer.sentence);
        } else {
          drop(next);
          say(answer.sentence);
        }
        isChanged = true;
      }
    } finally {
      isSending = false;
    }
    if (isChanged) await refresh();
    show();
  };

  const refresh = async () => {
    try {
      const response = await fetch(`/charts/${chart}/panes`, { redirect: 'manual' });
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const tops = ['.cc-chart-left', '.cc-chart-right'].map((pane) => work.querySelector(pane)?.scrollTop ?? 0);
      work.replaceChildren(...page.body.childNodes);
      ['.cc-chart-left', '.cc-chart-right'].forEach((pane, i) => {
        const part = work.querySelector(pane);
        if (part) part.scrollTop = tops[i];
      });
      highlight();
    } catch {
      isOffline = true;
    }
  };

  const button = (words, act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn btn-sm';
    made.textContent = words;
    made.addEventListener('click', act);
    return made;
  };

  const show = () => {
    const all = read();
    const waiting = all.filter((c) => !c.held);
    const held = all.filter((c) => c.held && c.chart === chart);
    line.replaceChildren();
    const paragraph = (words) => {
      const p = document.createElement('p');
      p.textContent = words;
      line.append(p);
    };
    sentences.forEach(paragraph);
    if (isOffline && waiting.length) {
      paragraph(`No connection: ${waiting.length === 1 ? 'one change waits' : `${waiting.length} changes wait`} here and will be sent once when it is back.`);
    }
    if (held.length) {
      paragraph(`Not made: ${held.map((c) => `${c.kind.toLowerCase().replace('_', ' ')} ${c.code}`.trim()).join(', ')}.`);
      line.append(
        button('Make it anyway', () => {
          const revision = Number(board().dataset.revision);
          update((kept) => kept.map((c) => {
            if (c.chart !== chart || !c.held) return c;
            const { held: was, ...again } = c;
            return { ...again, revision };
          }));
          sentences = [];
          send();
        }),
        button('Leave it', () => {
          update((kept) => kept.filter((c) => c.chart !== chart || !c.held));
          sentences = [];
          show();
        }),
      );
    }
    work.querySelectorAll('[data-waiting]').forEach((row) => delete row.dataset.waiting);
    if (isOffline) {
      waiting.filter((c) => c.chart === chart).forEach((c) => {
        const row = items().find((r) => r.dataset.code === c.code && r.dataset.system === c.system);
        if (row) row.dataset.waiting = '';
      });
    }
  };

  // Rows and the words that support them.
  const items = () => [...work.querySelectorAll('[data-item="code"], [data-item="service"], [data-item="suggestion"]')];
  const name = (row) => `${row.dataset.system} ${row.dataset.code}`;
  const row = () => items().find((r) => name(r) === current);

  const spans = (r) =>
    (r?.dataset.spans ?? '').trim().split(/\s+/).filter(Boolean).map((span) => {
      const [doc, start, end] = span.split(':').map(Number);
      return { doc, start, end };
    });

  const highlight = () => {
    const here = row();
    items().forEach((r) => r.classList.toggle('cc-current', r === here));
    const wanted = spans(here);
    const marks = [...work.querySelectorAll('mark[data-start]')];
    marks.forEach((mark) => {
      const doc = Number(mark.closest('[data-document]').dataset.document);
      mark.classList.toggle('cc-here', wanted.some((s) =>
        s.doc === doc && s.start < Number(mark.dataset.end) && Number(mark.dataset.start) < s.end));
    });
    here?.scrollIntoView({ block: 'nearest' });
    marks.find((mark) => mark.classList.contains('cc-here'))?.scrollIntoView({ block: 'nearest' });
  };

  const step = (by) => {
    sentences = [];
    show();
    const all = items();
    if (!all.length) return;
    const at = all.findIndex((r) => name(r) === current);
    current = name(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + by))]);
    highlight();
  };

  // After a suggestion is decided the next one is at hand.
  const decide = (kind, more, here = row()) => {
    if (!here) return say('Choose a row with j or k first.');
    const { system, code } = here.dataset;
    if (kind === 'ACCEPT' || kind === 'REJECT') {
      const left = items().filter((r) => r.dataset.item === 'suggestion');
      const at = left.indexOf(here);
      const after = left[at + 1] ?? left[at - 1];
      if (after) current = name(after);
    }
    change(kind, system, code, more);
    highlight();
  };

  const takeBack = () => change('TAKE_BACK', 'ICD10CM', '');

  const ask = (then) => {
    waitsForReason = then;
    reasons.showModal();
    reasons.querySelector('[data-reason]').focus();
  };
  const chosen = (reason) => {
    const then = waitsForReason;
    waitsForReason = null;
    reasons.close();
    then?.(reason);
  };

  const reject = () => {
    const here = row();
    if (!here) return say('Choose a row with j or k first.');
    ask((reason) => decide(here.dataset.item === 'suggestion' ? 'REJECT' : 'REMOVE', { reason }));
  };

  const select = () => {
    const where = selected();
    if (!where) return say('Select the words in the note first: w goes into the note, arrows and Shift with arrows select.');
    const here = row();
    if (here?.dataset.item !== 'code') return say('Choose the code that the words support with j or k first.');
    change('EVIDENCE', here.dataset.system, here.dataset.code, { place: where });
    getSelection().removeAllRanges();
  };

  const finalize = () => {
    if (read().some((c) => c.chart === chart)) {
      return say('What you did is not all with the server yet. Make the codes final when nothing waits any more.');
    }
    const go = work.querySelector('#finalize button[name="next"]');
    if (go?.disabled) {
      work.querySelector('#findings')?.scrollIntoView({ block: 'nearest' });
      return say('Errors stand against it, or the chart waits for something. Look at the findings.');
    }
    if (go) go.form.requestSubmit(go);
    else say('The codes of this chart are final already, or not yours to make final.');
  };

  // The panel of what the codes come to; it goes when the codes change, since it told of others.
  const compute = async () => {
    if (read().some((c) => c.chart === chart)) return say('What you did is not all with the server yet. Compute when nothing waits any more.');
    try {
      sentences = [];
      show();
      const response = await fetch(`/charts/${chart}/computed/part`, { redirect: 'manual' });
      if (!response.ok) throw new TypeError('server');
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const place = work.querySelector('[data-computed]');
      place.replaceChildren(...page.body.childNodes);
      place.scrollIntoView({ block: 'nearest' });
      place.firstElementChild?.focus({ preventScroll: true });
    } catch {
      say('The server does not answer. What the codes come to can be computed when the connection is back.');
    }
  };

  const pend = () => {
    const fold = document.querySelector('details[data-pend]');
    if (!fold) return say('The chart is final already, or not yours to let wait.');
    fold.open = true;
    fold.querySelector('select').focus();
  };

  const query = () => {
    const link = work.querySelector('[data-query]');
    if (!link) return;
    const here = row();
    const where = selected();
    const asked = new URLSearchParams(here ? { system: here.dataset.system, code: here.dataset.code } : {});
    if (where) asked.set('place', `${where.documentId}:${where.start}:${where.end}`);
    location.href = `${link.getAttribute('href')}?${asked}`;
  };

  const typing = (e) => /^(input|select|textarea)$/i.test(e.target.tagName);

  document.addEventListener('keydown', (e) => {
    if (reasons.open) {
      const all = [...reasons.querySelectorAll('[data-reason]')];
      const picked = '1234567890-'.indexOf(e.key);
      if (picked >= 0 && all[picked]) { e.preventDefault(); chosen(all[picked].dataset.reason); }
      if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
        e.preventDefault();
        const at = all.indexOf(document.activeElement) + (e.key === 'ArrowDown' ? 1 : -1);
        all[(at + all.length) % all.length].focus();
      }
      e.stopImmediatePropagation();
      return;
    }
    if (document.getElementById('keys')?.open) return;
    if (e.altKey && !e.ctrlKey && !e.metaKey) {
      const acts = { ArrowUp: () => decide('UP'), ArrowDown: () => decide('DOWN'), Enter: finalize, s: send, S: send, d: compute, D: compute, p: pend, P: pend };
      if (acts[e.key]) { e.preventDefault(); acts[e.key](); }
      return;
    }
    if (e.key === 'Escape') {
      if (document.activeElement !== document.body) document.activeElement.blur();
      return;
    }
    if (typing(e) || e.ctrlKey || e.metaKey) return;
    if (leader) { leader = false; return; }
    if (e.key === 'g') { leader = true; return; }
    if (/^Arrow/.test(e.key) && e.target.closest?.('[data-document]')) { e.preventDefault(); walk(e); return; }
    const acts = {
      j: () => step(1), k: () => step(-1), y: () => decide('ACCEPT'), p: () => decide('PRINCIPAL'), d: reject,
      u: takeBack, e: select, w: enter, q: query, '.': () => nextDocument(1), ',': () => nextDocument(-1),
    };
    if (!acts[e.key]) {
      if (e.key === 'c') remember();
      return;
    }
    e.preventDefault();
    acts[e.key]();
  }, true);

  reasons.addEventListener('click', (e) => {
    const picked = e.target.closest('[data-reason]');
    if (picked) chosen(picked.dataset.reason);
  });

  // Forms of the page go through the queue as well.
  work.addEventListener('submit', (e) => {
    const form = e.target;
    const here = form.closest('[data-item]');
    if (form.dataset.change && here) {
      e.preventDefault();
      current = name(here);
      if (form.dataset.change === 'REMOVE' || e.submitter?.value === 'reject') reject();
      else decide('ACCEPT', {}, here);
    } else if (form.hasAttribute('data-add')) {
      const where = recalled(form);
      // Of a stay the server tells a procedure from a diagnosis.
      if (!where || board().dataset.setting === 'INPATIENT') return;
      e.preventDefault();
      change('ADD', 'ICD10CM', form.code.value.replace('.', '').trim().toUpperCase(), { place: where });
      sessionStorage.removeItem(`cleanclaim.place.${chart}`);
      history.replaceState(null, '', `/charts/${chart}`);
    } else if (form.id === 'finalize' && read().some((c) => c.chart === chart)) {
      e.preventDefault();
      finalize();
    }
  });
  work.addEventListener('click', (e) => {
    const here = e.target.closest('[data-item="code"], [data-item="service"], [data-item="suggestion"]');
    if (here) {
      current = name(here);
      highlight();
    }
    const act = e.target.closest('[data-do]');
    if (act?.dataset.do === 'TAKE_BACK') takeBack();
    else if (act) decide(act.dataset.do);
    const mark = e.target.closest('mark[data-codes]');
    if (mark && getSelection().isCollapsed) {
      const found = items().find((r) => mark.dataset.codes.split(' ').includes(r.dataset.code));
      if (found) { current = name(found); highlight(); }
    }
  });

  work.addEventListener('click', (e) => {
    if (!e.target.closest('[data-compute]')) return;
    e.preventDefault();
    compute();
  });

  // A highlighted phrase is taken over with the other button of the mouse, without leaving the place.
  work.addEventListener('contextmenu', (e) => {
    const mark = e.target.closest('mark[data-codes]');
    if (!mark || !mayCode() || !getSelection().isCollapsed) return;
    const open = items().find((r) => r.dataset.item === 'suggestion' && mark.dataset.codes.split(' ').includes(r.dataset.code));
    if (!open) return;
    e.preventDefault();
    current = name(open);
    decide('ACCEPT');
  });

  // A code is dragged to its place: as many steps up or down as lie between.
  let dragged = null;
  work.addEventListener('dragstart', (e) => {
    dragged = e.target.closest?.('[data-item="code"]') ?? null;
    if (dragged) e.dataTransfer.effectAllowed = 'move';
  });
  work.addEventListener('dragover', (e) => {
    if (dragged && e.target.closest('[data-item="code"]')) e.preventDefault();
  });
  work.addEventListener('drop', (e) => {
    const onto = e.target.closest('[data-item="code"]');
    if (!dragged || !onto) return;
    e.preventDefault();
    const all = [...work.querySelectorAll('[data-item="code"]')];
    const steps = all.indexOf(onto) - all.indexOf(dragged);
    const { system, code } = dragged.dataset;
    current = name(dragged);
    dragged = null;
    for (let i = 0; i < Math.abs(steps); i++) change(steps < 0 ? 'UP' : 'DOWN', system, code);
  });

  // The place of the words with which the encoder is asked; numbers only, until the tab is closed.
  const remember = () => {
    const where = selected();
    if (where) sessionStorage.setItem(`cleanclaim.place.${chart}`, JSON.stringify(where));
    else sessionStorage.removeItem(`cleanclaim.place.${chart}`);
  };
  const recalled = (form) => {
    const kept = sessionStorage.getItem(`cleanclaim.place.${chart}`);
    if (!kept || form.reason.value.trim()) return null;
    const where = JSON.parse(kept);
    const note = work.querySelector(`[data-document="${where.documentId}"]`);
    const isSame = note && !note.dataset.returns && note.textContent.slice(where.start, where.end) === form.words.value.trim();
    return isSame ? where : null;
  };

  addEventListener('online', send);
  addEventListener('storage', (e) => e.key === place && show());
  if (new URLSearchParams(location.search).get('code')) {
    // After the browser has gone to the form by its fragment, which takes the focus away.
    const add = () => work.querySelector('[data-add] button')?.focus();
    if (document.readyState === 'complete') add();
    else addEventListener('load', () => setTimeout(add));
  }
  show();
  send();
})();
