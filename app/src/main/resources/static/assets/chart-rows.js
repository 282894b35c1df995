// Codes, services and suggestions of a chart as rows to go through, and the words of the note that support the current one.
window.cleanclaimRows = (work) => {
  const KINDS = '[data-item="code"], [data-item="service"], [data-item="suggestion"]';
  let current = null; // `SYSTEM CODE` of the highlighted row
  const name = (row) => `${row.dataset.system} ${row.dataset.code}`;
  const all = () => [...work.querySelectorAll(KINDS)];
  const row = () => all().find((r) => name(r) === current);
  const suggestions = () => all().filter((r) => r.dataset.item === 'suggestion');

  const spans = (r) =>
    (r?.dataset.spans ?? '').trim().split(/\s+/).filter(Boolean).map((span) => {
      const [doc, start, end] = span.split(':').map(Number);
      return { doc, start, end };
    });

  const highlight = () => {
    const here = row();
    all().forEach((r) => r.classList.toggle('cc-current', r === here));
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

  const choose = (r) => {
    if (r) current = name(r);
  };

  const step = (by) => {
    const rows = all();
    if (!rows.length) return;
    const at = rows.findIndex((r) => name(r) === current);
    choose(rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + by))]);
    highlight();
  };

  // After a suggestion is decided the next one is at hand.
  const goOnFrom = (r) => {
    const left = suggestions();
    const at = left.indexOf(r);
    choose(left[at + 1] ?? left[at - 1]);
  };

  const at = (element) => element.closest(KINDS);
  const marked = (mark, rows = all()) => rows.find((r) => mark.dataset.codes.split(' ').includes(r.dataset.code));

  return { all, row, suggestions, highlight, choose, step, goOnFrom, at, marked };
};
