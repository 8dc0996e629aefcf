import { CODE, OTHER_CODE } from '../call.ts';
import { CODE_ECHO, ORDER, RIGHT, responseWith, SUCCESS } from '../documented.ts';
import type { Fault } from './fault.ts';
import { HTML, message, saying } from './message.ts';

const body = (does: string, text: string | Buffer, known: Fault['known'] = 'unknown'): Fault => ({
  does,
  known,
  respond: saying(message(SUCCESS, text)),
});

const right = `"${CODE_ECHO}":"${CODE}"`;
const wrong = `"${CODE_ECHO}":"${OTHER_CODE}"`;
const other = responseWith({ ...ORDER, [CODE_ECHO]: OTHER_CODE, further: 'lists' });

/** The body of a success is not the contract's JSON, or is it in an unusual form. */
export const JSON_TEXT: readonly Fault[] = [
  body('succeeds with nothing', ''),
  body('succeeds with white space', ' \r\n\t'),
  body('succeeds with HTML', HTML),
  body('succeeds with OK', 'OK'),
  body('cuts the JSON at its end', RIGHT.slice(0, -1)),
  body('cuts the JSON in the middle', RIGHT.slice(0, RIGHT.length / 2)),
  body('begins within the JSON', RIGHT.slice(9)),
  body('adds text after the JSON', `${RIGHT}<!-- 200 -->`),
  body('sends two orders, one a line', `${RIGHT}\n${RIGHT}`),
  body('begins the JSON with a guard against scripts', `)]}',\n${RIGHT}`),
  body('wraps the JSON in a call', `callback(${RIGHT})`),
  body('writes the JSON with single quotes', RIGHT.replaceAll('"', "'")),
  body('ends the JSON with a comma', RIGHT.replace(/}$/, ',}')),
  body('adds a comment to the JSON', RIGHT.replace('{', '{/* order */')),
  body('sends the order as one text', JSON.stringify(RIGHT)),
  body('sends a list of the order', `[${RIGHT}]`),
  body('sends an empty list', '[]'),
  body('sends an empty object', '{}'),
  body('sends null', 'null'),
  body('sends true', 'true'),
  body('sends a number', '0'),
  body('sends an empty text', '""'),
  body('sends a byte order mark only', '\ufeff'),
  body('puts the order into its prototype', `{"__proto__":${RIGHT}}`),
  body('repeats the order code, the wrong one last', RIGHT.replace(right, `${right},${wrong}`)),
  body('repeats the order code, the right one last', RIGHT.replace(right, `${wrong},${right}`), 'cancelled'),
  body(
    'adds a hundred thousand lists in each other to another order',
    other.replace('"lists"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  ),
  body('sends a hundred thousand open lists', '['.repeat(100_000)),
  body('sends 20 MB of JSON that is not an order', `{"text":"${'x'.repeat(20_000_000)}"}`),
  body('sends 20 MB of white space', Buffer.alloc(20_000_000, ' ')),
  body('writes every character of the order as an escape', escaped(RIGHT), 'cancelled'),
  body('writes the order over many lines', JSON.stringify(JSON.parse(RIGHT), null, 4), 'cancelled'),
  body('writes the fields in another order', reversed(), 'cancelled'),
  body(
    'adds fields to the order',
    responseWith({ ...ORDER, cancelled_at: '2026-01-01', refund: null }),
    'cancelled',
  ),
];

/** The letters in texts and names, each as `\uXXXX`. */
function escaped(json: string): string {
  return json.replaceAll(/[A-Za-z](?=[^"]*"(?:[^"]*"[^"]*")*[^"]*$)/g, (letter) => {
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function reversed(): string {
  return responseWith(Object.fromEntries(Object.entries(ORDER).reverse()));
}
