// A chart by the mouse: rows and highlighted phrases are chosen, phrases accepted, codes dragged into their order.
window.cleanclaimMouse = (work, rows, changes, acts) => {
  work.addEventListener('click', (e) => {
    const here = rows.at(e.target);
    if (here) {
      rows.choose(here);
      rows.highlight();
    }
    const act = e.target.closest('[data-do]');
    if (act?.dataset.do === 'TAKE_BACK') acts.takeBack();
    else if (act) acts.decide(act.dataset.do);
    const mark = e.target.closest('mark[data-codes]');
    const found = mark && getSelection().isCollapsed && rows.marked(mark);
    if (found) {
      rows.choose(found);
      rows.highlight();
    }
    if (e.target.closest('[data-compute]')) {
      e.preventDefault();
      acts.compute();
    }
  });

  // A highlighted phrase is taken over with the other button, without leaving the place.
  work.addEventListener('contextmenu', (e) => {
    const mark = e.target.closest('mark[data-codes]');
    if (!mark || !changes.mayCode() || !getSelection().isCollapsed) return;
    const open = rows.marked(mark, rows.suggestions());
    if (!open) return;
    e.preventDefault();
    rows.choose(open);
    acts.decide('ACCEPT');
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
    rows.choose(dragged);
    dragged = null;
    for (let i = 0; i < Math.abs(steps); i++) changes.change(steps < 0 ? 'UP' : 'DOWN', system, code);
  });
};
