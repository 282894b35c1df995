// Says while somebody types what the server would refuse. The form works without this file.
(() => {
  const form = document.querySelector('form[data-authorization]');
  if (!form) return;
  const { services, from, through, number, status } = form.elements;
  const words = (text) => text.toUpperCase().split(/[\s,;]+/).filter(Boolean);
  const fault = (word) => {
    const found = /^([0-9A-Z]{5})(?:-([0-9A-Z]{5}))?$/.exec(word);
    return !found || (found[2] && found[2] < found[1]);
  };

  const check = () => {
    const wrong = words(services.value).find(fault);
    services.setCustomValidity(wrong ? `“${wrong}” is no code such as 97110 and no range such as 97110-97150.` : '');
    const isBackwards = from.value && through.value && through.value < from.value;
    through.setCustomValidity(isBackwards ? 'The last day lies before the first.' : '');
    const isGiven = /^(APPROVED|PARTIAL)$/.test(status.value);
    number.setCustomValidity(isGiven && !number.value.trim() ? 'What the payer approved has its number. Enter it.' : '');
  };
  const show = (field) => {
    let hint = field.parentElement.querySelector('.cc-hint');
    if (!hint) {
      hint = document.createElement('span');
      hint.className = 'cc-hint text-danger small';
      hint.setAttribute('role', 'status');
      field.after(hint);
    }
    hint.textContent = field.validity.valid ? '' : field.validationMessage;
  };

  form.addEventListener('input', check);
  form.addEventListener('change', (e) => { check(); if (e.target.name) show(e.target); });
  form.addEventListener('invalid', (e) => show(e.target), true);
  check();
})();
