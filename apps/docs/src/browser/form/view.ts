import type { FormData } from '../../form/form-data.ts';
import type { Problem } from '../../form/form-texts.ts';
import type { Result } from './send.ts';

/** Shows the result of a request. */
export interface View {
  /** Says why nothing is sent, and focuses the control to correct. */
  refuse(problem: Problem, control: HTMLElement): void;
  /** Says that the form waits for the response. */
  wait(): void;
  /** @param key is hidden if the server sent it back */
  show(result: Result, key: string): void;
}

/** A key up to this length may appear in any text by chance, so it is not hidden. */
const TELLING = 3;
/** How many characters of a body are shown. */
const MOST = 20_000;

/** Makes the view of a form. */
export function createView(data: FormData, find: <Found extends Element>(id: string) => Found): View {
  const { texts } = data;
  const said = find<HTMLElement>('said');
  const shown = find<HTMLElement>('response');

  function say(html: string, outcome = ''): void {
    said.className = outcome;
    said.innerHTML = html;
    shown.hidden = true;
    said.scrollIntoView({ block: 'nearest' });
  }

  return {
    refuse(problem, control) {
      say(`<p>${fill(texts.problems[problem], { path: data.path })}</p>`);
      control.focus();
    },
    wait() {
      say(`<p>${fill(texts.sending, { seconds: data.seconds })}</p>`);
    },
    show({ why, repeated = [], unmet = [], response, text = '' }, key) {
      // A response may hold the key, plain or URL-encoded.
      const secrets = key.length > TELLING ? [key, encodeURIComponent(key)] : [];
      const mask = (text: string) => secrets.reduce((kept, one) => kept.replaceAll(one, '***'), text);
      const { outcome, html } = texts.why[why];
      const { status = 0 } = response ?? {};
      const values = { status, fields: repeated.join(', '), seconds: data.seconds };
      const differing = unmet.map(({ field, expected, received }) => {
        const show = (value: unknown) => mask(JSON.stringify(value) ?? '–');
        return `<li>${fill(texts.unmet, { field, expected: show(expected), received: show(received) })}</li>`;
      });
      say(
        [
          `<p><strong>${texts.outcomes[outcome]}</strong> ${fill(html, values)}</p>`,
          differing.length === 0 ? '' : `<ul>${differing.join('')}</ul>`,
          why === 'refused' ? (data.responses[status]?.description ?? '') : '',
          response?.headers.has(data.mockHeader) ? `<p>${texts.isMock}</p>` : '',
        ].join(''),
        outcome,
      );
      if (response === undefined) return;
      find('status').textContent = `HTTP ${status}`;
      find('headers').textContent = mask(
        [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n'),
      );
      find('received').textContent = mask(text).slice(0, MOST);
      shown.hidden = false;
    },
  };
}

/** Puts values into a text in HTML. They are escaped, because they may come from a server. */
function fill(html: string, values: Readonly<Record<string, unknown>>): string {
  const toHtml = (text: string) => text.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return html.replace(/\{(\w+)\}/g, (_, name: string) => toHtml(`${values[name]}`));
}
