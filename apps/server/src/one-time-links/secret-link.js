/** A page that a one-time link leads to, in the browser: sends what is typed with the link's secret. The secret stands behind the # of the link, which browsers send to no server. */
const form = document.querySelector('#secret-link');
const problem = form.querySelector('.problem');
const button = form.querySelector('button');
const secret = location.hash.slice(1);

// Out of the address bar and the history.
history.replaceState(null, '', location.pathname);
form.hidden = secret === '';
document.querySelector('#no-secret').hidden = secret !== '';

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { again, ...typed } = Object.fromEntries(new FormData(form));
  if (typed.password !== again) return say('两次输入的密码不一样。');
  button.disabled = true;
  problem.hidden = true;
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret, ...typed }),
    });
    if (answer.ok) return location.assign('/');
    say((await answer.json()).detail);
  } catch {
    say('连不上服务器，请稍后重试。');
  }
  button.disabled = false;
});

function say(text) {
  problem.textContent = text;
  problem.hidden = false;
}
