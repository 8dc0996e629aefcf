import { type Contract, loadContract, type Parameter } from '@ax-cloud/contract/contract';
import { orderIn } from '@ax-cloud/contract/echo';
import { invalidRequestForm } from '@ax-cloud/contract/invalid-request';
import { readOrderCodeForm } from '@ax-cloud/contract/order-code-form';
import { orderFields } from '@ax-cloud/contract/order-fields';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import { type DocumentedExample, readRefusals } from '@ax-cloud/contract/refusals';
import { statusFields } from '@ax-cloud/contract/request-body';
import {
  type Behaviour,
  detail,
  HTML_NOT_FOUND,
  type Incoming,
  type Order,
  parseJson,
  type Reply,
} from './behaviour.ts';
import { checkFields, fieldRules } from './field-rules.ts';

/** The refusal of another channel's order, in the framework's words. */
const FORBIDDEN = detail(403, '이 작업을 수행할 권한(permission)이 없습니다.');

/** Makes the server that follows a contract. Where the contract leaves something open, it does what the framework does. */
export function conforming(contract: Contract): Behaviour {
  const {
    missingKey,
    wrongKey,
    order: [unknownOrder],
    unreadable,
  } = readRefusals(contract);
  const form = readOrderCodeForm(contract);
  const invalid = invalidRequestForm(contract);
  const rules = fieldRules(contract);
  const scheme = schemeOf(contract).toLowerCase();
  const keyOf = ({ headers }: Incoming) => {
    const words = (headers.authorization ?? '').split(/ +/);
    if (scheme !== '' && words.shift()?.toLowerCase() !== scheme) return undefined;
    return words.length === 1 ? words[0] || undefined : undefined;
  };
  return {
    key: 'Valid-Key-9f2c4e7a',
    route: (path) => codeIn(contract, path),
    unrouted: () => HTML_NOT_FOUND,
    authorize: (request, key) => keyOf(request) === key,
    unauthorized: (request) => replyOf(keyOf(request) === undefined ? missingKey : wrongKey[0]),
    parameters: (request) => refusedParameter(contract, request),
    lookupFirst: false,
    methods: ({ method }) => method === contract.method,
    wrongMethod: ({ method }) =>
      detail(405, `메소드(Method) "${method}"는 허용되지 않습니다.`, {
        allow: `GET, ${contract.method}, HEAD, OPTIONS`,
      }),
    find: (code, orders) => orders.get(code),
    notFound: (code) => replyOf(form === undefined || form.pattern.test(code) ? unknownOrder : form.refusal),
    cancelsForeign: false,
    foreign: () => FORBIDDEN,
    reads: (mediaType, bytes) => bytes.length === 0 || /^application\/json\b/i.test(mediaType),
    wrongMediaType: (mediaType) => detail(415, `요청된 "${mediaType}"가 지원되지 않는 미디어 형태입니다.`),
    parse: parseJson,
    unreadable: () => replyOf(unreadable),
    validate: (body) => checkFields(body, rules),
    invalid: (errors) => ({
      status: invalid.status,
      body: invalid.detailOnly ? { detail: Object.values(errors).flat()[0] } : errors,
    }),
    repeat: () => detail(409, '이미 취소된 주문입니다.'),
    apply(order, { ax_status = order.axStatus, channel_status = order.channelStatus }) {
      order.axStatus = ax_status;
      order.channelStatus = channel_status;
    },
    success: (order) => successOf(contract, order),
    finish: (reply) => reply,
  };
}

/** The server that follows the contract as it is written. */
export const CONFORMING = conforming(await loadContract());

function replyOf({ status, value }: Pick<DocumentedExample, 'status' | 'value'>): Reply {
  return { status, body: value };
}

/** The decoded order code of a path that matches the contract's path. */
function codeIn({ path, orderCode }: Contract, actual: string): string | undefined {
  const [before = '', after = ''] = path.split(`{${orderCode.name}}`);
  if (!actual.startsWith(before) || !actual.endsWith(after)) return undefined;
  const segment = actual.slice(before.length, actual.length - after.length);
  if (segment === '' || segment.includes('/')) return undefined;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** The refusal of a required parameter: the one documented for its value, or else the first for the parameter. */
function refusedParameter(contract: Contract, { url, headers }: Incoming): Reply | undefined {
  const required = [...contract.headers, ...contract.query].filter((one) => one.required);
  if (required.length === 0) return undefined;
  const query = new URL(url, 'http://x').searchParams;
  const given = (one: Parameter) =>
    String((one.in === 'query' ? query.get(one.name) : headers[one.name.toLowerCase()]) ?? '');
  const wrong = required.find((one) => given(one) !== String(one.example));
  if (wrong === undefined) return undefined;
  const expression = `$request.${wrong.in}.${wrong.name}`;
  const about = readRefusals(contract).parameter.filter(({ provokedBy }) => expression in provokedBy);
  const refusal = about.find(({ provokedBy }) => provokedBy[expression] === given(wrong)) ?? about[0];
  return refusal === undefined
    ? detail(invalidRequestForm(contract).status, `${wrong.name}: x`)
    : replyOf(refusal);
}

/** The contract's example of a success, filled with this order. */
function successOf(contract: Contract, { code, channelCode, axStatus, channelStatus }: Order): Reply {
  const { success } = contract;
  const [example] = Object.values(success.examples);
  const body = structuredClone(example?.value);
  const names = orderFields(contract);
  const [first] = statusFields(contract);
  Object.assign(Object(orderIn(success, body)), {
    ...(names.code === undefined ? {} : { [names.code]: code }),
    ...(names.channelCode === undefined ? {} : { [names.channelCode]: channelCode }),
    ...Object.fromEntries(
      names.statuses.map(({ order, request }) => [order, request === first?.name ? axStatus : channelStatus]),
    ),
  });
  return { status: success.status, body };
}
