// The search, loaded when it is first used: finds every word of the query anywhere in a title or a text, also inside words.
const MOST = 20;
let dialog;

/** Opens the search. The texts and the address of the index stand at its button. */
export async function open({ dataset }) {
  const { index, ...texts } = dataset;
  if (dialog === undefined) {
    const response = await fetch(new URL(index, document.baseURI));
    if (dialog === undefined) dialog = build(await response.json(), new URL(index, document.baseURI), texts);
  }
  if (!dialog.open) dialog.showModal();
}

function build(entries, base, texts) {
  const made = element('dialog', { className: 'search' });
  made.setAttribute('aria-label', texts.title);
  const input = element('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: false,
    placeholder: texts.hint,
  });
  input.setAttribute('aria-label', texts.title);
  const close = element('button', { type: 'button', textContent: texts.close });
  const count = element('p', { className: 'count' });
  count.setAttribute('role', 'status');
  const list = element('ol', {});
  made.append(input, close, count, list);
  close.addEventListener('click', () => made.close());
  list.addEventListener('click', ({ target }) => target.closest('a') && made.close());
  input.addEventListener('input', () => {
    const words = wordsOf(input.value);
    const found = find(entries, words);
    list.replaceChildren(...found.slice(0, MOST).map((entry) => item(entry, words[0], base)));
    count.textContent =
      words.length === 0 ? '' : found.length === 0 ? texts.none : texts.count.replace('#', found.length);
  });
  made.addEventListener('keydown', (event) => {
    const links = [input, ...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && at !== -1) {
      event.preventDefault();
      links[Math.min(Math.max(at + step, 0), links.length - 1)].focus();
    } else if (event.key === 'Enter' && document.activeElement === input) links[1]?.click();
  });
  document.body.append(made);
  return made;
}

function wordsOf(text) {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Those with all words, titles first. */
function find(entries, words) {
  if (words.length === 0) return [];
  const has = (text) => words.every((word) => text.toLowerCase().includes(word));
  const found = entries.filter(([title, , text]) => has(`${title} ${text}`));
  return [...found.filter(([title]) => has(title)), ...found.filter(([title]) => !has(title))];
}

function item([title, href, text], word, base) {
  const link = element('a', { href: new URL(href, base).href });
  const heading = element('span', {});
  heading.append(...marked(title, word));
  link.append(heading);
  const at = Math.max(text.toLowerCase().indexOf(word) - 40, 0);
  const snippet = element('small', {});
  snippet.append(...marked(`${at > 0 ? '…' : ''}${text.slice(at, at + 120)}`, word));
  const made = element('li', {});
  link.append(snippet);
  made.append(link);
  return made;
}

/** A text with the first place of a word marked. */
function marked(text, word) {
  const at = text.toLowerCase().indexOf(word);
  if (at === -1) return [text];
  const end = at + word.length;
  return [text.slice(0, at), element('mark', { textContent: text.slice(at, end) }), text.slice(end)];
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
