// Says while somebody types what the server would refuse, and who on file is alike. The form works without this file.
(() => {
  const form = document.querySelector('form[data-check]');
  if (!form) return;
  const touched = new Set();
  const alike = form.querySelector('[data-alike]');
  let waiting = 0;
  let asked = 0;

  const show = (found) => {
    form.querySelectorAll('[data-fault]').forEach((place) => {
      const name = place.dataset.fault;
      const sentence = found.faults[name] || '';
      if (touched.has(name) || !sentence) place.textContent = sentence;
      const field = form.elements[name];
      if (field) field.setAttribute('aria-invalid', Boolean(place.textContent));
    });
    if (!alike || !found.alike) return;
    alike.replaceChildren(...found.alike.map((one) => {
      const line = document.createElement('p');
      line.className = 'alert alert-warning mb-2';
      const link = document.createElement('a');
      link.href = `/patients/${one.id}`;
      link.target = '_blank';
      link.textContent = one.text;
      line.append(link, `: ${one.reasons}`);
      return line;
    }));
  };
  const check = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch(form.dataset.check, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      if (answer.ok && mine === asked) show(await answer.json());
    } catch {
      // Without a connection the server says it when the form is sent.
    }
  };
  const soon = (e) => {
    if (e.target.name) touched.add(e.target.name);
    clearTimeout(waiting);
    waiting = setTimeout(check, 300);
  };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
})();
