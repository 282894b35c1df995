// An explanation of benefits: claims are added by number, every sum is proven while it is typed, in cents.
(() => {
  const form = document.getElementById('eob');
  if (!form) return;
  const claims = document.getElementById('eob-claims');
  const number = document.getElementById('eob-number');
  const say = (id, text) => { document.getElementById(id).textContent = text; };
  const button = form.querySelector('button[type=submit]');
  let isSending = false;

  // Cents of what is typed; null for what is no amount. Nothing typed is nothing.
  const cents = (text) => {
    const found = /^(-?)(\d{1,9})(?:\.(\d{0,2}))?$/.exec(text.replace(/[$,\s]/g, ''));
    if (!text.trim()) return 0;
    return found ? (found[1] ? -1 : 1) * (Number(found[2]) * 100 + Number((found[3] || '').padEnd(2, '0'))) : null;
  };
  const dollars = (amount) => `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;
  const field = (within, name) => within.querySelector(`[data-field="${name}"]`);
  const amount = (within, name) => cents(field(within, name).value);
  const lines = (claim) => [...claim.querySelectorAll('[data-line]')];
  const ADJUSTMENTS = ['CO-45', 'PR-1', 'PR-2', 'PR-3'];

  const adjustments = (line) => {
    const typed = ADJUSTMENTS.map((label) => [label, amount(line, label)]);
    typed.push([field(line, 'other').value.trim().toUpperCase(), amount(line, 'otherAmount')]);
    return typed.filter(([, value]) => value !== 0);
  };
  // What is wrong with a line, '' when it adds up.
  const fault = (line) => {
    const all = [...line.querySelectorAll('[data-money]')].map((input) => cents(input.value));
    if (all.includes(null)) return 'no amount';
    const taken = adjustments(line);
    if (taken.some(([label]) => !/^(CO|PR|OA|PI)-[A-Z]?\d{1,3}$/.test(label))) return 'name the other adjustment';
    const off = cents(line.dataset.charged) - taken.reduce((sum, [, value]) => sum + value, 0) - amount(line, 'paid');
    return off === 0 ? '' : `${dollars(off)} unexplained`;
  };

  const prove = () => {
    let paid = 0;
    let isWhole = true;
    for (const input of form.querySelectorAll('[data-money]')) {
      input.classList.toggle('is-invalid', cents(input.value) === null);
    }
    for (const line of form.querySelectorAll('[data-line]')) {
      const wrong = fault(line);
      const proof = line.querySelector('[data-proof]');
      proof.textContent = wrong ? `✗ ${wrong}` : '✓';
      proof.className = wrong ? 'text-red' : 'text-green';
      if (wrong) isWhole = false;
      paid += amount(line, 'paid') ?? 0;
    }
    let kept = 0;
    let hasProvider = false;
    for (const row of form.querySelectorAll('[data-provider]')) {
      const value = amount(row, 'amount');
      if (value === null) isWhole = false;
      if (value) hasProvider = true;
      kept += value ?? 0;
    }
    const check = cents(form.elements.paid.value);
    const isEntered = claims.childElementCount > 0 || hasProvider;
    const off = (check ?? 0) - (paid - kept);
    const isDone = isEntered && isWhole && check !== null && off === 0;
    say('eob-proof', !isEntered ? 'Nothing is entered yet.'
      : `Claims ${dollars(paid)} − provider-level ${dollars(kept)} = ${dollars(paid - kept)}, check ${check === null ? '?' : dollars(check)}: ${
        off !== 0 ? `✗ off by ${dollars(off)}` : isWhole ? '✓ adds up' : '✗ a line does not add up'}`);
    button.disabled = !isDone || isSending;
    return isDone;
  };

  const add = async () => {
    const wanted = number.value.trim();
    if (!wanted) return;
    if ([...claims.children].some((claim) => claim.dataset.claim === wanted.toUpperCase())) { say('eob-missing', `Claim ${wanted} stands above.`); return; }
    const answer = await fetch(`/remittances/eob/claim?number=${encodeURIComponent(wanted)}`);
    const text = await answer.text();
    if (!answer.ok) { say('eob-missing', answer.status === 404 ? text : 'The claim could not be fetched. Try again.'); return; }
    say('eob-missing', '');
    number.value = '';
    claims.insertAdjacentHTML('beforeend', text);
    // The first claim names the payer of the check.
    if (claims.childElementCount === 1) form.elements.payer.value = claims.lastElementChild.dataset.payer;
    field(claims.lastElementChild, 'allowed').focus();
    prove();
  };

  const entry = () => ({
    payerId: form.elements.payer.value,
    trace: form.elements.trace.value,
    method: form.elements.method.value,
    paidOn: form.elements.paidOn.value,
    paid: dollars(cents(form.elements.paid.value)),
    claims: [...claims.children].map((claim) => ({
      claim: claim.dataset.claim,
      payerClaimNumber: field(claim, 'payerNumber').value,
      status: field(claim, 'status').value,
      charged: claim.dataset.charged,
      paid: dollars(lines(claim).reduce((sum, line) => sum + amount(line, 'paid'), 0)),
      services: lines(claim).map((line) => ({
        line: Number(line.dataset.line),
        procedure: line.dataset.procedure,
        modifiers: line.dataset.modifiers.split(' ').filter(Boolean),
        servedOn: line.dataset.served,
        charged: line.dataset.charged,
        units: field(line, 'units').value.trim() || null,
        allowed: field(line, 'allowed').value.trim() ? dollars(amount(line, 'allowed')) : null,
        paid: dollars(amount(line, 'paid')),
        adjustments: adjustments(line).map(([label, value]) => ({ group: label.slice(0, 2), reason: label.slice(3), amount: dollars(value) })),
      })),
    })),
    providerAdjustments: [...form.querySelectorAll('[data-provider]')].filter((row) => amount(row, 'amount')).map((row) => ({
      reason: field(row, 'reason').value, reference: field(row, 'reference').value, amount: dollars(amount(row, 'amount')),
    })),
  });

  const send = async () => {
    if (isSending || !form.reportValidity() || !prove()) return;
    isSending = true;
    button.disabled = true;
    const body = new FormData();
    body.append('eob', JSON.stringify(entry()));
    body.append('_csrf', form.dataset.token);
    const paper = form.elements.paper.files[0];
    if (paper) body.append('paper', paper);
    try {
      const answer = await fetch('/remittances/eob', { method: 'POST', body, headers: { 'X-CSRF-TOKEN': form.dataset.token } });
      const text = await answer.text();
      if (answer.ok) { location.href = text; return; }
      say('eob-refused', answer.headers.get('Content-Type')?.startsWith('text/plain') ? text : 'It was not taken. Try again.');
    } catch {
      say('eob-refused', 'The server does not answer. Nothing that was posted is posted twice: try again.');
    }
    isSending = false;
    prove();
  };

  const move = (input, step) => {
    const same = [...form.querySelectorAll(`[data-line] [data-field="${input.dataset.field}"]`)];
    same[same.indexOf(input) + step]?.select();
  };

  form.addEventListener('input', (e) => {
    const line = e.target.closest('[data-line]');
    // What lies above the price the payer allows is the contract's.
    if (line && e.target.dataset.field === 'allowed') {
      const allowed = amount(line, 'allowed');
      field(line, 'CO-45').value = e.target.value.trim() && allowed !== null ? dollars(cents(line.dataset.charged) - allowed) : '';
    }
    prove();
  });
  form.addEventListener('keydown', (e) => {
    if (e.key === 'Enter' && e.ctrlKey) { e.preventDefault(); send(); return; }
    if (e.target === number && e.key === 'Enter') { e.preventDefault(); add(); return; }
    const isCell = e.target.matches?.('[data-line] input');
    if (isCell && (e.key === 'Enter' || e.key === 'ArrowDown')) { e.preventDefault(); move(e.target, 1); }
    else if (isCell && e.key === 'ArrowUp') { e.preventDefault(); move(e.target, -1); }
    else if (e.key === 'Enter' && e.target.matches('input')) e.preventDefault();
  });
  form.addEventListener('click', (e) => {
    const remove = e.target.closest('[data-remove]');
    if (remove) { remove.closest('[data-claim]').remove(); prove(); }
  });
  document.getElementById('eob-add').addEventListener('click', add);
  form.addEventListener('submit', (e) => { e.preventDefault(); send(); });
})();
