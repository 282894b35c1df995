// The forms of a chart's page go through the queue of its changes as well.
window.cleanclaimForms = (work, rows, changes, acts, note) => {
  const { chart } = work.dataset;
  const kept = `cleanclaim.place.${chart}`;

  // The place of the words with which the encoder is asked; numbers only, until the tab is closed.
  const remember = () => {
    const where = note.selected();
    if (where) sessionStorage.setItem(kept, JSON.stringify(where));
    else sessionStorage.removeItem(kept);
  };
  const recalled = (form) => {
    const place = sessionStorage.getItem(kept);
    if (!place || form.reason.value.trim()) return null;
    const where = JSON.parse(place);
    const shown = work.querySelector(`[data-document="${where.documentId}"]`);
    const isSame = shown && !shown.dataset.returns && shown.textContent.slice(where.start, where.end) === form.words.value.trim();
    return isSame ? where : null;
  };

  work.addEventListener('submit', (e) => {
    const form = e.target;
    const here = form.closest('[data-item]');
    if (form.dataset.change && here) {
      e.preventDefault();
      rows.choose(here);
      if (form.dataset.change === 'REMOVE' || e.submitter?.value === 'reject') acts.reject();
      else acts.decide('ACCEPT', {}, here);
    } else if (form.hasAttribute('data-add')) {
      const where = recalled(form);
      // Of a stay the server tells a procedure from a diagnosis.
      if (!where || work.querySelector('.cc-chart').dataset.setting === 'INPATIENT') return;
      e.preventDefault();
      changes.change('ADD', 'ICD10CM', form.code.value.replace('.', '').trim().toUpperCase(), { place: where });
      sessionStorage.removeItem(kept);
      history.replaceState(null, '', `/charts/${chart}`);
    } else if (form.id === 'finalize' && changes.areWaiting()) {
      e.preventDefault();
      acts.finalize();
    }
  });

  if (new URLSearchParams(location.search).get('code')) {
    // After the browser has gone to the form by its fragment, which takes the focus away.
    // A code without words of the note needs a reason.
    const add = () => {
      const form = work.querySelector('[data-add]');
      (form?.words.value.trim() ? form.querySelector('button') : form?.reason)?.focus();
    };
    if (document.readyState === 'complete') add();
    else addEventListener('load', () => setTimeout(add));
  }
  return { remember };
};
