import type { Contract, Field, Language, Parameter } from '@ax-cloud/contract/contract';
import { type ResolvedSchema, resolveSchema } from '@ax-cloud/contract/schema';
import { escapeHtml, inline } from '../html.ts';
import { MOCK_ORIGIN } from '../mock-section.ts';
import { type CaseGroup, parameterId } from './form-cases.ts';
import { FORM_TEXTS } from './form-texts.ts';

/** A header value: visible ASCII, with spaces inside. */
const HEADER_VALUE = '[!-~]([ -~]*[!-~])?';

/** An order code that is not `.` or `..`, which a browser would resolve to another path. */
const NO_DOTS = '(?!\\.{1,2}$).+';

/** The form, with a control for each part of the request that the contract has. */
export function renderForm(contract: Contract, groups: readonly CaseGroup[], language: Language): string {
  const texts = FORM_TEXTS[language];
  const { orderCode, headers, query, request, servers, document } = contract;
  const parameter = (one: Parameter) =>
    row(parameterId(one.in, one.name), code(one.name), one.required, language, {
      control: (attributes) =>
        parameterControl(attributes, one, resolveSchema(document, one.schema).enum ?? []),
    });
  const field = ({ name, required, schema }: Field) =>
    row(`send/field/${name}`, code(name), required, language, {
      control: (attributes) =>
        fieldControl(`${attributes} data-field="${escapeHtml(name)}"`, schema, texts.leaveOut),
    });
  const others = servers.filter(({ environment }) => environment !== 'production');
  return `<p>${inline(texts.introduction)}</p>
<div class="pair">
<div>
${row('send/case', texts.cases.label, false, language, { control: (attributes) => menu(attributes, groups) })}
<p class="note" id="send/note"></p>
${row('send/server', texts.server, true, language, {
  hint: texts.serverHint,
  control: (attributes) =>
    `<input ${attributes} inputmode="url" list="send/servers" value="${MOCK_ORIGIN}" required>
${datalist('send/servers', [MOCK_ORIGIN, ...others.map(({ url }) => url)])}`,
})}
${row('send/key', texts.key, true, language, {
  hint: texts.keyHint,
  control: (attributes) => `<input ${attributes} type="password" pattern="[!-~]+" required>`,
})}
${row('send/order', code(orderCode.name), true, language, { control: (attributes) => `<input ${attributes} pattern="${NO_DOTS}" required>` })}
${[...headers, ...query].map(parameter).join('\n')}
${request.fields.map(field).join('\n')}
${row('send/body', texts.body, false, language, {
  hint: texts.bodyHint,
  control: (attributes) => `<textarea ${attributes} rows="6"></textarea>`,
})}
<button type="submit">${texts.send}</button>
</div>
<div>
<p class="label">${texts.curl}</p>
<div class="code"><pre><code id="send/curl"></code></pre></div>
<p class="label">${texts.response}</p>
<div role="status" id="send/said"></div>
<div id="send/response" hidden>
<p class="label" id="send/status"></p>
<details><summary>${texts.headers}</summary><pre id="send/headers"></pre></details>
<pre id="send/received"></pre>
</div>
</div>
</div>`;
}

/** A control with a label, and optionally a hint. */
interface Row {
  hint?: string;
  control: (attributes: string) => string;
}

function row(
  id: string,
  label: string,
  required: boolean,
  language: Language,
  { hint, control }: Row,
): string {
  const at = escapeHtml(id);
  const mark = required ? ` <small>${FORM_TEXTS[language].required}</small>` : '';
  const described = hint === undefined ? '' : ` aria-describedby="${at}/hint"`;
  return `<div class="row"><label for="${at}">${label}${mark}</label>
${control(`id="${at}" autocomplete="off" spellcheck="false"${described}`)}${hint === undefined ? '' : `\n<small id="${at}/hint">${inline(hint)}</small>`}</div>`;
}

function menu(attributes: string, groups: readonly CaseGroup[]): string {
  let value = 0;
  const rendered = groups.map(({ label, cases }) => {
    const options = cases.map((one) => `<option value="${value++}">${escapeHtml(one.label)}</option>`);
    return `<optgroup label="${escapeHtml(label)}">${options.join('')}</optgroup>`;
  });
  return `<select ${attributes}>${rendered.join('')}</select>`;
}

/** An input for a parameter. A required one is filled with its example, and may be cleared to see how a server refuses that. */
function parameterControl(
  attributes: string,
  { in: place, name, required, example }: Parameter,
  values: readonly unknown[],
): string {
  const list = `${escapeHtml(parameterId(place, name))}/values`;
  const known = values.length === 0 ? '' : ` list="${list}"`;
  const pattern = place === 'header' ? ` pattern="${escapeHtml(HEADER_VALUE)}"` : '';
  const filled = required ? ` data-example="${escapeHtml(String(example))}"` : '';
  return `<input ${attributes} data-${place}="${escapeHtml(name)}"${known}${pattern}${filled}>${values.length === 0 ? '' : datalist(list, values.map(String))}`;
}

function datalist(id: string, values: readonly string[]): string {
  const options = values.map((value) => `<option value="${escapeHtml(value)}"></option>`);
  return `<datalist id="${id}">${options.join('')}</datalist>`;
}

/** A control for a field: a menu for known values, otherwise a text area for a text or for JSON. */
function fieldControl(attributes: string, schema: ResolvedSchema, leaveOut: string): string {
  const types = [schema.type ?? 'string'].flat();
  const values = schema.enum ?? (types.includes('boolean') ? [true, false] : undefined);
  if (values === undefined)
    return `<textarea ${attributes} rows="1"${types.includes('string') ? '' : ' data-json'}></textarea>`;
  const options = values.map(
    (one) => `<option value="${escapeHtml(JSON.stringify(one))}">${escapeHtml(String(one))}</option>`,
  );
  return `<select ${attributes} data-json><option value="">${leaveOut}</option>${options.join('')}</select>`;
}

function code(name: string): string {
  return `<code>${escapeHtml(name)}</code>`;
}
