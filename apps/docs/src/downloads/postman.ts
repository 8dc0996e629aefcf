import { STATUS_CODES } from 'node:http';
import type { Contract, Language, Parameter } from '@ax-cloud/contract/contract';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import { MOCK_ORIGIN } from '../mock-section.ts';
import { type PlannedRequest, planRequests } from './postman-requests.ts';
import { ENCODED_CODE, encodeScript, testScript } from './postman-script.ts';
import { type DownloadTexts, TEXTS } from './texts.ts';

/** The mock accepts any well-formed key. */
const MOCK_KEY = 'any-key-for-the-mock';

/** A Postman collection (v2.1), with types for the parts that this repository reads. */
export interface Collection {
  info: { name: string; description: string; schema: string };
  auth: object;
  variable: Variable[];
  event: object[];
  item: { name: string; description: string; item: CollectionItem[] }[];
}

interface Variable {
  key: string;
  value: string;
  type: string;
  description: string;
}

/** One request, with its tests and the documented response. */
interface CollectionItem {
  name: string;
  protocolProfileBehavior: object;
  event: { listen: string; script: { type: string; exec: string[] } }[];
  request: object;
  response: object[];
}

/**
 * Makes the Postman collection of a contract: one request for each example, with tests that judge by the echo. By default it calls
 * the mock. It holds no real key.
 */
export function createCollection(contract: Contract, language: Language): Collection {
  const texts = TEXTS[language];
  const requests = planRequests(contract);
  const statuses = [...new Set(requests.map(({ status }) => status))];
  const { title, summary } = contract.document.info as Record<string, string>;
  return {
    info: {
      name: title ?? '',
      description: `${summary}\n\n${texts.collection(contract.orderCode.name)}`,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: {
      type: 'apikey',
      apikey: [
        { key: 'key', value: 'Authorization', type: 'string' },
        { key: 'value', value: `${schemeOf(contract)} {{api_key}}`.trimStart(), type: 'string' },
        { key: 'in', value: 'header', type: 'string' },
      ],
    },
    variable: [
      {
        key: 'base_url',
        value: MOCK_ORIGIN,
        type: 'string',
        description: texts.baseUrl(serversOf(contract)),
      },
      { key: 'api_key', value: MOCK_KEY, type: 'string', description: texts.apiKey },
      {
        key: contract.orderCode.name,
        value: String(contract.orderCode.example),
        type: 'string',
        description: contract.orderCode.description,
      },
    ],
    event: [{ listen: 'prerequest', script: { type: 'text/javascript', exec: encodeScript(contract) } }],
    item: statuses.map((status) => ({
      name: [status, STATUS_CODES[status]].join(' '),
      description: contract.responses.find((response) => response.status === status)?.description ?? '',
      item: requests
        .filter((request) => request.status === status)
        .map((request) => toItem(contract, request, texts)),
    })),
  };
}

function serversOf({ servers }: Contract): string {
  return servers.map(({ environment, url }) => `${environment} ${url}`).join(', ');
}

function toItem(contract: Contract, planned: PlannedRequest, texts: DownloadTexts): CollectionItem {
  const { summary, description, value } = planned.example;
  const request = toRequest(contract, planned);
  return {
    name: summary,
    // Following a redirect could send the key to another server.
    protocolProfileBehavior: { followRedirects: false },
    event: [
      {
        listen: 'test',
        script: { type: 'text/javascript', exec: testScript(contract, planned, texts) },
      },
    ],
    request: { ...request, description },
    response: [
      {
        name: summary,
        originalRequest: request,
        code: planned.status,
        status: STATUS_CODES[planned.status] ?? '',
        _postman_previewlanguage: 'json',
        header: [{ key: 'Content-Type', value: 'application/json' }],
        body: JSON.stringify(value, null, 2),
      },
    ],
  };
}

function toRequest(contract: Contract, { key, orderCode, headers, query, body }: PlannedRequest): object {
  const code = orderCode === undefined ? `{{${ENCODED_CODE}}}` : encodeURIComponent(orderCode);
  const path = contract.path.replace(`{${contract.orderCode.name}}`, () => code);
  const parameters = toParameters(contract.query, query).map((one) => ({
    ...one,
    value: encodeURIComponent(one.value),
  }));
  const search = parameters.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`);
  return {
    method: contract.method,
    // A documented key replaces that of the collection. An empty one means no header.
    ...(key === undefined ? {} : { auth: { type: 'noauth' } }),
    header: [
      { key: 'Content-Type', value: 'application/json' },
      ...(key === undefined || key === '' ? [] : [{ key: 'Authorization', value: key }]),
      ...toParameters(contract.headers, headers),
    ],
    url: {
      raw: `{{base_url}}${path}${search.length === 0 ? '' : `?${search.join('&')}`}`,
      host: ['{{base_url}}'],
      path: path.split('/').slice(1),
      ...(parameters.length === 0 ? {} : { query: parameters }),
    },
    body: { mode: 'raw', raw: body, options: { raw: { language: 'json' } } },
  };
}

/** Writes parameters. Optional ones are disabled, so that a user can enable them. */
function toParameters(parameters: readonly Parameter[], changed: Readonly<Record<string, string>>) {
  return parameters.map(({ name, description, example, required }) => {
    const value = changed[name] ?? String(example);
    const isSent = value !== '' && (required || name in changed);
    return { key: name, value, description, ...(isSent ? {} : { disabled: true }) };
  });
}
