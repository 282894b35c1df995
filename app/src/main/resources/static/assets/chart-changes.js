// The changes of a chart while the connection is lost. Every change has a key of its own and waits in local storage until
// the server has answered; what is kept there names charts, codes and places, never words of a record.
window.cleanclaimChanges = (work, rows) => {
  const { chart, user, csrf } = work.dataset;
  const place = `cleanclaim.changes.${user}`;
  const RETRY_MS = 4000;
  const line = document.getElementById('changes');
  let sentences = []; // what the server said; not kept
  let hints = []; // what stood in the way here; out of date when something has been sent
  let memory = null; // in place of a storage that the browser refuses
  let isSending = false;
  let isOffline = false;

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
  // As people write it: a diagnosis with its dot.
  const written = (c) => (c.system === 'ICD10CM' && c.code.length > 3 ? `${c.code.slice(0, 3)}.${c.code.slice(3)}` : c.code);
  const inWords = (c) => `${c.kind.toLowerCase().replace('_', ' ')} ${written(c)}`.trim();
  const mayCode = () => board()?.dataset.may === 'code';
  const revision = () => Number(board().dataset.revision);
  const areWaiting = () => read().some((c) => c.chart === chart);

  const change = (kind, system, code, more = {}) => {
    if (!mayCode()) return hint('The codes of this chart cannot be changed now.');
    update((all) => [...all, { chart, key: newKey(), revision: revision(), kind, system, code, ...more }]);
    hush();
    send();
  };

  const say = (sentence) => {
    sentences = [...sentences.filter((s) => s !== sentence), sentence];
    show();
  };
  const hint = (sentence) => {
    hints = [...hints.filter((s) => s !== sentence), sentence];
    show();
  };
  const hush = () => {
    sentences = [];
    hints = [];
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
            say(`The server does not take the change of ${written(next)}.`);
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
          say(`Not made, ${inWords(next)}: ${answer.sentence}`);
        }
        isChanged = true;
      }
    } finally {
      isSending = false;
    }
    if (isChanged) {
      hints = [];
      await refresh();
    }
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
      rows.highlight();
    } catch {
      isOffline = true;
    }
  };

  const paragraph = (words) => {
    const p = document.createElement('p');
    p.textContent = words;
    line.append(p);
  };
  const button = (words, act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn btn-sm';
    made.textContent = words;
    made.addEventListener('click', act);
    return made;
  };
  const offer = (held) => {
    paragraph(`Not made: ${held.map(inWords).join(', ')}.`);
    line.append(
      button('Make it anyway', () => {
        const now = revision();
        update((kept) => kept.map((c) => {
          if (c.chart !== chart || !c.held) return c;
          const { held: was, ...again } = c;
          return { ...again, revision: now };
        }));
        sentences = [];
        send();
      }),
      button('Leave it', () => {
        update((kept) => kept.filter((c) => c.chart !== chart || !c.held));
        hush();
      }),
    );
  };

  const show = () => {
    const all = read();
    const waiting = all.filter((c) => !c.held);
    const held = all.filter((c) => c.held && c.chart === chart);
    line.replaceChildren();
    [...sentences, ...hints].forEach(paragraph);
    if (isOffline && waiting.length) {
      paragraph(`No connection: ${waiting.length === 1 ? 'one change waits' : `${waiting.length} changes wait`} here and will be sent once when it is back.`);
    }
    if (held.length) offer(held);
    work.querySelectorAll('[data-waiting]').forEach((row) => delete row.dataset.waiting);
    if (!isOffline) return;
    waiting.filter((c) => c.chart === chart).forEach((c) => {
      const row = rows.all().find((r) => r.dataset.code === c.code && r.dataset.system === c.system);
      if (row) row.dataset.waiting = '';
    });
  };

  addEventListener('online', send);
  addEventListener('storage', (e) => e.key === place && show());
  show();
  send();
  return { change, say: hint, hush, send, mayCode, areWaiting };
};
