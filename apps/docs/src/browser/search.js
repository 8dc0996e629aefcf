// The search, loaded when it is first used. It finds every word of the query anywhere in a title or a text, also inside words.
const MOST = 20;
let dialog;

/** Opens the search. Its button has the texts and the address of the index. */
export async function open({ dataset }) {
  const { index, ...texts } = dataset;
  if (dialog === undefined) {
    const url = new URL(index, document.baseURI);
    const pages = await (await fetch(url)).json();
    // Another click may have come in between.
    dialog ??= build(
      pages.flatMap(([page, file, entries]) =>
        entries.map(([title, anchor, text]) => ({
          page,
          title,
          text,
          href: new URL(anchor === '' ? file : `${file}#${anchor}`, url).href,
        })),
      ),
      texts,
    );
  }
  if (!dialog.open) dialog.showModal();
}

function build(entries, texts) {
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
    const words = input.value.split(/\s+/).filter((word) => /[^-]/.test(word));
    const found = find(entries, words.map(patternOf));
    list.replaceChildren(...found.slice(0, MOST).map((entry) => item(entry, words[0])));
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

/** The pattern of a word in all spellings: Korean with or without spaces ("시간 초과"), other words with or without hyphens. */
function patternOf(word) {
  const join = (letters, between) =>
    Array.from(letters, (letter) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join(between);
  if (/[가-힣]/.test(word)) return join(word.replaceAll('-', ''), '[\\s-]?');
  const parts = word.split('-').filter(Boolean);
  return parts.map((part) => join(part, '-?')).join('[\\s-]?');
}

/** The entries with all words: titles that begin with the query, other titles, texts with the words in a row, other texts. */
function find(entries, patterns) {
  if (patterns.length === 0) return [];
  const [inRow, ...each] = [patterns.join('\\s*'), ...patterns].map((one) => new RegExp(one, 'i'));
  const begins = new RegExp(`^${inRow.source}`, 'i');
  const ranked = entries.flatMap((entry) => {
    const both = `${entry.title} ${entry.text}`;
    if (!each.every((word) => word.test(both))) return [];
    const ranks = [
      begins.test(entry.title),
      each.every((word) => word.test(entry.title)),
      inRow.test(entry.text),
      true,
    ];
    return [{ entry, rank: ranks.indexOf(true) }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

function item({ page, title, text, href }, word) {
  const pattern = new RegExp(patternOf(word), 'i');
  const link = element('a', { href });
  const heading = element('span', {});
  heading.append(...marked(title, pattern));
  const at = Math.max(text.search(pattern) - 40, 0);
  const snippet = element('small', {});
  snippet.append(...marked(`${at > 0 ? '…' : ''}${text.slice(at, at + 120)}`, pattern));
  link.append(heading, ' ', element('em', { textContent: page }), snippet);
  const made = element('li', {});
  made.append(link);
  return made;
}

/** A text with the first place of a word marked. */
function marked(text, pattern) {
  const found = pattern.exec(text);
  if (found === null) return [text];
  const [word] = found;
  const end = found.index + word.length;
  return [text.slice(0, found.index), element('mark', { textContent: word }), text.slice(end)];
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
