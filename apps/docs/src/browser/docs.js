// Everything that a page does beyond HTML: colours, copying, places in hidden panels, the other language, the search.
const root = document.documentElement;
const texts = document.body.dataset;
const status = document.querySelector('[role=status]');
const [menu, theme, search, send] = ['#menu', '#theme', '#search', '#send'].map((id) =>
  document.querySelector(id),
);
const language = document.querySelector('a.language');

for (const control of [theme, search, send]) control?.removeAttribute('hidden');

theme.addEventListener('click', () => {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const now = ['dark', 'light'].find((mode) => root.classList.contains(mode)) ?? system;
  const chosen = now === 'dark' ? 'light' : 'dark';
  root.classList.remove(now);
  root.classList.add(chosen);
  try {
    localStorage.setItem('color-mode', chosen);
  } catch {}
});

function offerCopy(block) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = texts.copy;
  button.addEventListener('click', () => copy(block.querySelector('code'), button));
  block.append(button);
}

document.querySelectorAll('.code').forEach(offerCopy);
// Parts that are loaded later may have code, too.
addEventListener('code', ({ target }) => offerCopy(target));

async function copy(code, button) {
  let said = texts.copied;
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    // Without https there is no clipboard.
    getSelection().selectAllChildren(code);
    said = texts.selected;
  }
  status.textContent = said;
  button.textContent = said;
  setTimeout(() => {
    button.textContent = texts.copy;
    status.textContent = '';
  }, 2000);
}

/** The place in the address. Addresses of the former reference begin with a slash or end in a second place. */
function namedPlace() {
  try {
    return decodeURIComponent(location.hash).split('#').at(-1).replace(/^\//, '');
  } catch {
    return '';
  }
}

/** Shows the place in the address, or the nearest one around it. */
function showPlace() {
  let place = namedPlace();
  let target = document.getElementById(place);
  while (target === null && place.includes('/')) {
    place = place.slice(0, place.lastIndexOf('/'));
    target = document.getElementById(place);
  }
  if (target === null) return;
  if (target.type === 'radio') target.checked = true;
  for (let panel = target.closest('.panel'); panel !== null; panel = panel.parentElement.closest('.panel')) {
    // The radio button and its label come before the panel.
    panel.previousElementSibling.previousElementSibling.checked = true;
  }
  if (location.hash.startsWith('#/')) history.replaceState(null, '', `#${place}`);
  target.scrollIntoView();
}

addEventListener('hashchange', showPlace);
document.addEventListener('click', ({ target }) => {
  const link = target.closest('a[href^="#"]');
  if (link === null) return;
  if (menu.matches(':popover-open')) menu.hidePopover();
  // The address does not change, so `hashchange` does not fire.
  if (link.hash === location.hash) showPlace();
});
if (location.hash !== '') showPlace();

/** The last place that begins near or above the top of the window. */
function placeInView() {
  const places = [...document.querySelectorAll('main [id]:not(input)')];
  const above = places.filter((place) => {
    const { top, height } = place.getBoundingClientRect();
    return height > 0 && top < 80;
  });
  return above.at(-1)?.id ?? '';
}

language?.addEventListener('click', () => {
  language.hash = placeInView();
});

/** Loads the script of a button when it is first used. */
async function load(script, button) {
  const { open } = await import(new URL(script, document.baseURI));
  await open(button);
}

const openSearch = () => load(search.dataset.script, search);
search.addEventListener('click', openSearch);
send?.addEventListener('click', () => load(texts.sendScript, send));
addEventListener('keydown', (event) => {
  if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  openSearch();
});
