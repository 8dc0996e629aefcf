import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ChannelClientOptions, createChannelClient } from '@ax-cloud/channel-client';
import { type RunningMock, startMock } from '@ax-cloud/channel-mock';
import { type Contract, loadContract } from '@ax-cloud/contract/contract';
import { parseExpression } from '@ax-cloud/contract/expression';
import { rejectingStatuses } from '@ax-cloud/contract/outcomes';
import { exampleBody, statusFields, textField } from '@ax-cloud/contract/request-body';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeSamples, timeLimit } from '../src/guides/code-samples.ts';
import { type ErrorRow, errorRows } from '../src/guides/error-rows.ts';
import { ERROR_TEXTS } from '../src/guides/error-texts.ts';
import type { Provocation } from '../src/guides/provocations.ts';
import { koreanTexts, translate } from '../src/guides/translations.ts';
import { folder, LANGUAGES } from '../src/site.ts';
import { plain, readSite, squeeze } from './site.ts';

const scenarios = await loadScenarios();
const contract = await loadContract();
const rows = errorRows(contract, scenarios, 'en');
const provoked = rows.flatMap((row) => row.provocations.map((provocation) => ({ ...row, provocation })));

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0, log: 'off' });
});
afterAll(() => mock.close());

describe('The page of errors', () => {
  it('has one row for each documented response, one for each scenario, and one for a request that was not sent', () => {
    const wanted = [
      ...contract.responses.map(({ status }) => `${status}`),
      ...scenarios.map(({ name }) => name),
      'no-connection',
    ];
    expect(rows.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
  });

  it.each(LANGUAGES)('shows each row and the values that provoke it, in %s', async (language) => {
    const own = errorRows(await loadContract(language), scenarios, language);
    const shown = await tableRows(language);
    expect(own.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(shown.map((cells) => cells.slice(0, 4))).toEqual(
      own.map(({ event, outcome, again, advice }) =>
        [event, ERROR_TEXTS[language].cancelled[outcome], ERROR_TEXTS[language].again[again], advice]
          .map(plain)
          .map(squeeze),
      ),
    );
    for (const [index, { provocations }] of own.entries())
      for (const value of provocations.flatMap(valuesOf)) expect(shown[index]?.[4]).toContain(squeeze(value));
  });

  it('has a row for every outcome of the client', () => {
    const outcomes = new Set(rows.map(({ outcome }) => outcome));
    expect([...outcomes].toSorted()).toEqual(['cancelled', 'not_sent', 'rejected', 'unknown']);
  });

  it('covers the undocumented statuses that readers look up most', () => {
    const statuses = rows.map(({ status }) => status);
    expect(statuses).toEqual(expect.arrayContaining([401, 405, 415, 429, 500, 502, 503, 307]));
    const rejected = rows.filter(({ outcome }) => outcome === 'rejected').map(({ status }) => status);
    expect(rejected.toSorted()).toEqual(rejectingStatuses(contract, scenarios).toSorted());
  });
});

describe('A request that the page of errors suggests for the mock', () => {
  it.each(provoked.filter(({ status }) => status !== undefined))(
    'gets the status of the row $id',
    async ({ status, provocation }) => {
      const response = await send(provocation);
      expect(response.status).toBe(status);
      await response.body?.cancel().catch(() => undefined);
    },
  );

  it.each(provoked.filter(({ status }) => status === undefined))(
    'gets no response in the row $id',
    async ({ provocation }) => {
      await expect(send(provocation, AbortSignal.timeout(500))).rejects.toThrow();
    },
  );
});

describe('What the page of errors says about the order', () => {
  it.each(rows.filter(clientCanSend))('is what the client concludes in the row $id', async (row) => {
    expect(await outcomeOf(row, mock.url)).toBe(row.outcome);
  });

  it('is what the client concludes if nothing listens on the port', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const row = rows.find(({ id }) => id === 'no-connection');
    expect(await outcomeOf({ provocations: [{ parts: {} }] }, `http://127.0.0.1:${port}`)).toBe(row?.outcome);
  });
});

describe('The time limit that the page of errors names', () => {
  it.each(codeSamples(contract))('is that of the sample $label', ({ source }) => {
    expect(source).toMatch(new RegExp(`\\b${timeLimit(contract)}(_?000)?\\b`));
  });
});

describe('The Korean texts of errors', () => {
  it('each have a translation, and both pages show it', async () => {
    const texts = koreanTexts(contract, scenarios);
    expect(texts.length).toBeGreaterThan(4);
    for (const language of LANGUAGES) {
      const shown = await tableRows(language, 'texts');
      expect(shown.map(([text, english]) => [text, english])).toEqual(
        texts.map(({ text }) => [squeeze(text), squeeze(translate(text) ?? 'a translation')]),
      );
    }
  });
});

/** The rows of a table on the page, with the text of each cell without white space. */
async function tableRows(language: (typeof LANGUAGES)[number], section = 'table'): Promise<string[][]> {
  const { document } = parseHTML(await readSite(`${folder(language)}errors.html`));
  return Array.from(document.querySelectorAll(`#${section} tbody tr`), (row) =>
    Array.from(row.children, (cell) => squeeze(cell.textContent ?? '')),
  );
}

function valuesOf({ parts, body = '', prefer = '' }: Provocation): string[] {
  return [...Object.values(parts), body, prefer];
}

/** Sends a valid cancel with the changes of a provocation. */
function send({ parts, body, prefer }: Provocation, signal?: AbortSignal): Promise<Response> {
  let path = contract.path.replace(`{${contract.orderCode.name}}`, String(contract.orderCode.example));
  const headers = new Headers({ authorization: 'Token any-key', 'content-type': 'application/json' });
  for (const { name, example, required } of contract.headers)
    if (required) headers.set(name, String(example));
  const query = new URLSearchParams();
  for (const [expression, value] of Object.entries(parts)) {
    const parsed = parseExpression(expression);
    if (parsed.part === 'body') throw new Error(`${expression} is not sent here.`);
    if (parsed.part === 'path') path = contract.path.replace(`{${parsed.name}}`, encodeURIComponent(value));
    else if (parsed.part === 'query') query.set(parsed.name, value);
    else if (value === '') headers.delete(parsed.name);
    else headers.set(parsed.name, value);
  }
  if (prefer !== undefined) headers.set('prefer', prefer);
  return fetch(`${mock.url}${path}?${query}`, {
    method: contract.method,
    headers,
    body: body ?? JSON.stringify(exampleBody(contract)),
    redirect: 'manual',
    ...(signal === undefined ? {} : { signal }),
  });
}

/** Whether the client can send the request of a row. It never sends a malformed key or an invalid body. */
function clientCanSend({ provocations }: ErrorRow): boolean {
  return provocations.some(({ parts, body, prefer }) => {
    const malformed = Object.entries(parts).some(
      ([expression, value]) => value === '' || parseExpression(expression).part === 'query',
    );
    return !malformed && body === undefined && prefer === undefined;
  });
}

/** The outcome that the client reports for a provocation that it can send. */
async function outcomeOf({ provocations }: Pick<ErrorRow, 'provocations'>, baseUrl: string): Promise<string> {
  const parts =
    provocations.map((one) => one.parts).findLast((one) => !Object.values(one).includes('')) ?? {};
  const value = (part: string) =>
    Object.entries(parts).find(([expression]) => parseExpression(expression).part === part)?.[1];
  const key = value('header')?.replace(/^\S+ /, '') ?? 'any-key';
  const options = { apiKey: key, baseUrl, retries: 0, timeoutMs: 7000 } as ChannelClientOptions;
  const channel = createChannelClient(options);
  const call = AbortSignal.timeout(6500);
  const result = await channel.cancelTourOrder(value('path') ?? String(contract.orderCode.example), {
    ...inputOf(contract),
    signal: call,
  } as Parameters<typeof channel.cancelTourOrder>[1]);
  return result.ok ? 'cancelled' : result.error.outcome;
}

function inputOf(of: Contract): object {
  const body = exampleBody(of);
  const text = textField(of)?.name;
  const status = body[statusFields(of)[0]?.name ?? ''];
  return { status, ...(text === undefined ? {} : { [text]: body[text] }) };
}
