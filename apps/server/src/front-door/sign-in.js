/** The front page in the browser: signs in and out, and shows what the server says about it. */
const signIn = document.querySelector('#sign-in');
const signOut = document.querySelector('#sign-out');

signIn?.addEventListener('submit', (event) => {
  event.preventDefault();
  const body = JSON.stringify(Object.fromEntries(new FormData(signIn)));
  ask(signIn, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
});
signOut?.addEventListener('submit', (event) => {
  event.preventDefault();
  ask(signOut, { method: 'DELETE' });
});

async function ask(form, request) {
  const [button, problem] = [form.querySelector('button'), form.querySelector('.problem')];
  button.disabled = true;
  problem.hidden = true;
  try {
    const answer = await fetch('/api/v1/session', request);
    if (answer.ok) return location.reload();
    problem.textContent = (await answer.json()).detail;
  } catch {
    problem.textContent = '连不上服务器，请稍后重试。';
  }
  problem.hidden = false;
  button.disabled = false;
}
