// What a coder does to a chart, however it is asked for: by a key, a form of the page or the mouse.
window.cleanclaimActs = (work, rows, changes, note) => {
  const { chart } = work.dataset;
  const { say } = changes;
  const reasons = document.getElementById('reasons');
  let waitsForReason = null;

  const step = (by) => {
    changes.hush();
    rows.step(by);
  };

  const decide = (kind, more, here = rows.row()) => {
    if (!here) return say('Choose a row with j or k first.');
    const { system, code } = here.dataset;
    if (kind === 'ACCEPT' || kind === 'REJECT') rows.goOnFrom(here);
    changes.change(kind, system, code, more);
    rows.highlight();
  };

  const takeBack = () => changes.change('TAKE_BACK', 'ICD10CM', '');

  const chosen = (reason) => {
    const then = waitsForReason;
    waitsForReason = null;
    reasons.close();
    then?.(reason);
  };
  const reject = () => {
    const here = rows.row();
    if (!here) return say('Choose a row with j or k first.');
    waitsForReason = (reason) => decide(here.dataset.item === 'suggestion' ? 'REJECT' : 'REMOVE', { reason });
    reasons.showModal();
    reasons.querySelector('[data-reason]').focus();
  };
  reasons.addEventListener('click', (e) => {
    const picked = e.target.closest('[data-reason]');
    if (picked) chosen(picked.dataset.reason);
  });

  // The reasons by their numbers and arrows, while they are asked for.
  const reasonKey = (e) => {
    const all = [...reasons.querySelectorAll('[data-reason]')];
    const picked = '1234567890-'.indexOf(e.key);
    if (picked >= 0 && all[picked]) { e.preventDefault(); chosen(all[picked].dataset.reason); }
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      const at = all.indexOf(document.activeElement) + (e.key === 'ArrowDown' ? 1 : -1);
      all[(at + all.length) % all.length].focus();
    }
  };
  const isAsking = () => reasons.open;

  const select = () => {
    const where = note.selected();
    if (!where) return say('Select the words in the note first: w goes into the note, arrows and Shift with arrows select.');
    const here = rows.row();
    if (here?.dataset.item !== 'code') return say('Choose the code that the words support with j or k first.');
    changes.change('EVIDENCE', here.dataset.system, here.dataset.code, { place: where });
    getSelection().removeAllRanges();
  };

  const finalize = () => {
    if (changes.areWaiting()) {
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
    if (changes.areWaiting()) return say('What you did is not all with the server yet. Compute when nothing waits any more.');
    try {
      changes.hush();
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
    const here = rows.row();
    const where = note.selected();
    const asked = new URLSearchParams(here ? { system: here.dataset.system, code: here.dataset.code } : {});
    if (where) asked.set('place', `${where.documentId}:${where.start}:${where.end}`);
    location.href = `${link.getAttribute('href')}?${asked}`;
  };

  return { step, decide, takeBack, reject, reasonKey, isAsking, select, finalize, compute, pend, query };
};
