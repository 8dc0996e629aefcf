import { type Behaviour, parseJson } from '../behaviour.ts';
import { sendWhole } from '../server.ts';
import { crash, type Variant } from '../variant.ts';
import { CANCEL, STATUS_FIELDS } from '../words.ts';

/** Reads bodies that are not JSON with another parser. */
const reads = (id: string, what: string, parse: Behaviour['parse'], also?: RegExp): Variant => ({
  does: `reads ${what}`,
  fails: `body.${id}`,
  ...(also === undefined ? {} : { also }),
  change: {
    parse(bytes, type) {
      const value = parseJson(bytes);
      return value === undefined ? parse(bytes, type) : value;
    },
  },
});

const VALID = Object.fromEntries(STATUS_FIELDS.map((name) => [name, CANCEL]));
const text = (bytes: Buffer) => bytes.toString('utf8');

/** Recognizes bytes that only one case sends. */
const OF_CASE: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  unreadable: (bytes) => text(bytes) === '{',
  'latin-bytes': (bytes) => bytes.includes(0xfc) && parseJson(bytes) === undefined,
  'euc-kr-bytes': (bytes) => bytes.includes(0xc3) && !bytes.includes(0xfc) && parseJson(bytes) === undefined,
};

/** Servers that accept a body other than one JSON object, or crash on it. */
export const bodyFormVariants: Variant[] = [
  {
    does: 'uses the first of two fields with one name',
    fails: 'body.duplicate-keys',
    change: {
      parse: (bytes) => {
        const value = parseJson(bytes);
        const last = STATUS_FIELDS.at(-1) ?? '';
        const [, first] = new RegExp(`"${last}":"([^"]*)".*"${last}":`).exec(text(bytes)) ?? [];
        return first === undefined ? value : { ...(value as object), [last]: first };
      },
    },
  },
  reads('unreadable', 'anything as a cancel', () => VALID, /^body\./),
  {
    ...reads('cut-off', 'a body that is cut off', (bytes) => parseJson(Buffer.from(`${text(bytes)}}`))),
    speaks: ['required-in-patch'],
  },
  ...Object.entries(OF_CASE).map(
    ([id, isSent]): Variant => ({
      does: `crashes on the body of body.${id}`,
      speaks: id === 'unreadable' ? [] : ['required-legend'],
      fails: `body.${id}`,
      change: { finish: (reply, { bytes }) => (isSent(bytes) ? crash() : reply) },
    }),
  ),
  {
    does: 'crashes on a body that is a list',
    fails: 'body.array',
    also: /^body\.empty-array$/,
    change: { finish: (reply, { bytes }) => (Array.isArray(parseJson(bytes)) ? crash() : reply) },
  },
  {
    does: 'closes the connection on a body that is not JSON',
    fails: 'body.unreadable',
    send: (response, bytes, reply, request) => {
      if (text(request.bytes) === '{') response.destroy();
      else sendWhole(response, bytes, reply, request);
    },
  },
];
