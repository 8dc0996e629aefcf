import type { FormCase, FormData } from '../../form/form-data.ts';
import { readAddress } from './address.ts';
import { parse } from './judge.ts';
import { curlOf, type Entered } from './request.ts';
import { send } from './send.ts';
import { createView } from './view.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Makes the form with its behaviour. */
export function createForm(data: FormData): HTMLFormElement {
  const form = document.createElement('form');
  form.className = 'form';
  form.autocomplete = 'off';
  form.innerHTML = data.html;
  const find = <Found extends Element = Control>(id: string) =>
    form.querySelector(`[id="send/${id}"]`) as Found;
  const [menu, server, key, order, body] = ['case', 'server', 'key', 'order', 'body'].map((id) =>
    find(id),
  ) as [HTMLSelectElement, HTMLInputElement, HTMLInputElement, HTMLInputElement, HTMLTextAreaElement];
  const fields = [...form.querySelectorAll<Control>('[data-field]')];
  const parameters = [...form.querySelectorAll<Control>('[data-header], [data-query]')];
  const view = createView(data, find);
  let sending = false;

  function chosen(): FormCase {
    return data.cases[Number(menu.value)] as FormCase;
  }

  /** Fills in the request of a case. A documented key is sent instead of the reader's, which stays in its field. */
  function choose(): void {
    const { note, authorization, parameters: changed } = chosen();
    find<Element>('note').innerHTML = note;
    key.disabled = authorization !== undefined;
    order.value = chosen().order;
    for (const control of parameters) control.value = changed[control.id] ?? control.dataset.example ?? '';
    body.value = chosen().body;
    showFields();
  }

  /** Shows the fields of the body in their controls. */
  function showFields(): void {
    const values = Object(parse(body.value));
    for (const field of fields) field.value = shown(field, values[field.dataset.field ?? '']);
  }

  /** Puts a field into the body, or takes it out. The rest of the body does not change. */
  function writeField(field: Control): void {
    const values = { ...Object(parse(body.value)), [field.dataset.field ?? '']: sentValue(field) };
    // JSON has no undefined: the field is left out.
    body.value = JSON.stringify(values, null, 2);
  }

  function readServer() {
    return readAddress(server.value, data.hosts.production);
  }

  function entered(origin: string): Entered {
    const sent = (place: 'header' | 'query') =>
      parameters.flatMap(({ value, dataset }): [string, string][] => {
        const name = dataset[place];
        return name === undefined || value === '' ? [] : [[name, value]];
      });
    return {
      origin,
      order: order.value,
      headers: sent('header'),
      query: sent('query'),
      body: body.value,
    };
  }

  /** Shows the command, unless the address of the server is invalid. */
  function showCurl(): void {
    const { origin } = readServer();
    find<Element>('curl').textContent =
      origin === undefined ? '' : curlOf(data, entered(origin), chosen().authorization);
  }

  form.addEventListener('input', ({ target }) => {
    if (target === menu) choose();
    else if (target === body) showFields();
    else if (fields.includes(target as Control)) writeField(target as Control);
    showCurl();
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (sending) return;
    const { origin, host, problem } = readServer();
    if (origin === undefined) return view.refuse(problem, server);
    if (data.hosts.other.includes(host) && !confirm(data.texts.confirm.replace('{host}', host))) return;
    sending = true;
    const { authorization = data.keyPrefix + key.value } = chosen();
    view.wait();
    view.show(await send(data, entered(origin), authorization), key.value);
    sending = false;
  });

  // A page in the browser's back/forward cache would keep the key.
  addEventListener('pagehide', () => {
    form.reset();
    choose();
    showCurl();
  });
  choose();
  showCurl();
  return form;
}

/** The value of a control as it is sent; undefined when it is left out. */
function sentValue({ value, dataset }: Control): unknown {
  if (value === '') return undefined;
  const read = dataset.json === undefined ? undefined : parse(value);
  return read === undefined ? value : read;
}

function shown({ dataset }: Control, value: unknown): string {
  if (value === undefined) return '';
  return dataset.json === undefined && typeof value === 'string' ? value : JSON.stringify(value);
}
