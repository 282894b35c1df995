// The documents of a chart by keys: words selected and searched. Without this file one reads and selects with the mouse.
window.cleanclaimNote = (work) => {
  // Selected words as a place in their document: characters as the server counts them.
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const at = (range.commonAncestorContainer.nodeType === 1 ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement);
    const note = at?.closest('[data-document]');
    if (!note) return null;
    const before = document.createRange();
    before.selectNodeContents(note);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const lead = words.length - words.trimStart().length;
    const from = before.toString().length + lead;
    const to = from + words.trim().length;
    if (to <= from) return null;
    const returns = (note.dataset.returns || '').split(' ').filter(Boolean).map(Number);
    const real = (n) => returns.reduce((offset, r) => (r < offset ? offset + 1 : offset), n);
    return { documentId: Number(note.dataset.document), start: real(from), end: real(to) };
  };

  // Words of the note by keys.
  const enter = () => {
    const notes = [...work.querySelectorAll('[data-document]')];
    const note = notes.find((n) => n.querySelector('.cc-here')) ?? notes[0];
    if (!note) return;
    note.focus();
    const range = document.createRange();
    range.setStart(note.querySelector('.cc-here') ?? note, 0);
    range.collapse(true);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    getSelection().modify('extend', 'forward', 'word');
  };
  const walk = (e) => {
    const selection = getSelection();
    const way = e.key === 'ArrowRight' || e.key === 'ArrowDown' ? 'forward' : 'backward';
    const unit = e.key === 'ArrowUp' || e.key === 'ArrowDown' ? 'line' : 'word';
    if (e.shiftKey) selection.modify('extend', way, unit);
    else {
      if (way === 'forward') selection.collapseToEnd();
      else selection.collapseToStart();
      if (unit === 'line' || way === 'backward') selection.modify('move', way, unit);
      selection.modify('extend', 'forward', 'word');
    }
  };

  const nextDocument = (by) => {
    const notes = [...work.querySelectorAll('[data-document]')];
    if (!notes.length) return;
    const top = notes.findIndex((n) => n.getBoundingClientRect().bottom > 120);
    const to = notes[Math.max(0, Math.min(notes.length - 1, (top < 0 ? notes.length - 1 : top) + by))];
    to.closest('.card').scrollIntoView({ block: 'start' });
    to.focus({ preventScroll: true });
  };

  // Words searched in all documents of the chart; Enter goes on, Esc leaves with the words found selected.
  const form = document.getElementById('find');
  const typed = form.querySelector('input');
  let found = [];
  let at = 0;
  const rangeIn = (note, start, end) => {
    const range = document.createRange();
    const texts = document.createTreeWalker(note, NodeFilter.SHOW_TEXT);
    for (let before = 0, text = texts.nextNode(); text; before += text.length, text = texts.nextNode()) {
      if (start >= before && start < before + text.length) range.setStart(text, start - before);
      if (end > before && end <= before + text.length) range.setEnd(text, end - before);
    }
    return range;
  };
  const mark = () => {
    form.querySelector('output').textContent =
      !typed.value.trim() ? '' : found.length ? `${at + 1} of ${found.length}` : 'Not in these documents.';
    const here = found[at];
    if (window.Highlight) {
      CSS.highlights.set('cc-found', new Highlight(...found));
      CSS.highlights.set('cc-found-here', new Highlight(...(here ? [here] : [])));
    }
    const place = here?.getBoundingClientRect();
    if (place && (place.top < 80 || place.bottom > innerHeight - 40)) scrollBy(0, place.top - innerHeight / 2);
  };
  const search = () => {
    const words = typed.value.trim().split(/\s+/).filter(Boolean).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const wanted = new RegExp(words.join('\\s+'), 'gi');
    found = words.length
      ? [...work.querySelectorAll('[data-document]')].flatMap((note) =>
          [...note.textContent.matchAll(wanted)].map((m) => rangeIn(note, m.index, m.index + m[0].length)))
      : [];
    at = 0;
  };
  const isStale = () => found.some((range) => !range.startContainer.isConnected); // the panes were loaded anew
  const go = (by) => {
    if (isStale()) search();
    else if (found.length) at = (at + by + found.length) % found.length;
    mark();
  };
  typed.addEventListener('input', () => { search(); mark(); });
  typed.addEventListener('keydown', (e) => {
    if (e.key === 'Enter') { e.preventDefault(); go(e.shiftKey ? -1 : 1); }
    if (e.key !== 'Escape') return;
    if (isStale()) search();
    const here = found[at];
    if (!here) return;
    here.startContainer.parentElement.closest('[data-document]').focus({ preventScroll: true });
    getSelection().removeAllRanges();
    getSelection().addRange(here.cloneRange());
  });

  return { selected, enter, walk, nextDocument };
};
