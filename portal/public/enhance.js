// Small comforts for browsers with scripts; every page works without this file.
for (const input of document.querySelectorAll('input[type=password]')) {
  const button = document.createElement('button')
  const { showPassword = 'Show', hidePassword = 'Hide' } = document.documentElement.dataset
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = showPassword
  button.setAttribute('aria-controls', input.id)
  button.addEventListener('click', () => {
    const hidden = input.type === 'password'
    input.type = hidden ? 'text' : 'password'
    button.textContent = hidden ? hidePassword : showPassword
  })
  // A password is never left readable, nor kept by the browser as ordinary text.
  input.form?.addEventListener('submit', () => (input.type = 'password'))
  input.insertAdjacentElement('afterend', button)
  input.classList.add('govuk-!-margin-bottom-2')
}
document.querySelector('.govuk-error-summary')?.focus()
