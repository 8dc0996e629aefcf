import { CONFORMING, detail, STATUSES } from '../behaviour.ts';
import { crash, crashing, html, onStatus, onSuccess, refusing, type Variant } from '../variant.ts';

/** All that a broken success breaks. */
const SUCCESSES =
  /^(cancel\.(travelerCancel|unavoidableCancel|comment\.|without-comment|channel-code|repeat|new|mixed)|reading\.|body\.comment\.type\.number$)/;
const FIRST = 'cancel.travelerCancel';
const FIELDS = ['channel_order_code', 'channel_order_status', 'ax_order_code', 'ax_order_status'] as const;

const broken = (does: string, change: Variant['change']): Variant => ({
  does,
  fails: FIRST,
  also: SUCCESSES,
  ...(change === undefined ? {} : { change }),
});

const without = (body: object, name: string) =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
const other = (status: unknown) => (status === 'Traveler cancel' ? 'Unavoidable cancel' : 'Traveler cancel');

export const successVariants: Variant[] = [
  ...FIELDS.flatMap((name): Variant[] => [
    broken(
      `leaves ${name} out of a success`,
      onSuccess((body) => without(body, name)),
    ),
    broken(
      `sends ${name} as null`,
      onSuccess((body) => ({ ...body, [name]: null })),
    ),
    broken(
      `sends ${name} as a number`,
      onSuccess((body) => ({ ...body, [name]: 1 })),
    ),
    broken(
      `sends ${name} as a list`,
      onSuccess((body) => ({ ...body, [name]: [body[name]] })),
    ),
    broken(
      `sends ${name} as an object`,
      onSuccess((body) => ({ ...body, [name]: { value: body[name] } })),
    ),
  ]),
  ...(['channel_order_status', 'ax_order_status'] as const).flatMap((name): Variant[] => [
    broken(
      `says that ${name} is still New`,
      onSuccess((body) => ({ ...body, [name]: 'New' })),
    ),
    broken(
      `says the other kind of cancel in ${name}`,
      onSuccess((body) => ({ ...body, [name]: other(body[name]) })),
    ),
    broken(
      `sends ${name} in small letters`,
      onSuccess((body) => ({ ...body, [name]: String(body[name]).toLowerCase() })),
    ),
    broken(
      `sends ${name} with a space after it`,
      onSuccess((body) => ({ ...body, [name]: `${body[name]} ` })),
    ),
    broken(
      `sends ${name} as a number of its own`,
      onSuccess((body) => ({ ...body, [name]: String(STATUSES.indexOf(String(body[name]))) })),
    ),
    broken(
      `misspells ${name}`,
      onSuccess((body) => ({ ...without(body, name), [name.replace('status', 'state')]: body[name] })),
    ),
    {
      does: `always says Traveler cancel in ${name}`,
      fails: 'cancel.unavoidableCancel',
      also: /^cancel\.comment\./,
      change: onSuccess((body) => ({ ...body, [name]: 'Traveler cancel' })),
    },
  ]),
  broken(
    'says New in both statuses of a success',
    onSuccess((body) => ({ ...body, ax_order_status: 'New', channel_order_status: 'New' })),
  ),
  broken(
    "says another order's code",
    onSuccess((body) => ({ ...body, ax_order_code: 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912' })),
  ),
  broken(
    'says the code in capital letters',
    onSuccess((body) => ({ ...body, ax_order_code: String(body.ax_order_code).toUpperCase() })),
  ),
  broken(
    'says the code without hyphens',
    onSuccess((body) => ({ ...body, ax_order_code: String(body.ax_order_code).replaceAll('-', '') })),
  ),
  {
    does: 'swaps the two codes',
    fails: 'reading.order-code',
    change: onSuccess((body) => ({
      ...body,
      ax_order_code: body.channel_order_code,
      channel_order_code: body.ax_order_code,
    })),
  },
  broken(
    'answers with the names of the request',
    onSuccess((body) => ({ ax_status: body.ax_order_status, channel_status: body.channel_order_status })),
  ),
  broken(
    'answers with a list of one',
    onSuccess((body) => [body]),
  ),
  broken(
    'answers with the text ok',
    onSuccess(() => 'ok'),
  ),
  broken(
    'answers with true',
    onSuccess(() => true),
  ),
  broken(
    'answers with null',
    onSuccess(() => null),
  ),
  broken(
    'answers with an empty object',
    onSuccess(() => ({})),
  ),
  broken(
    'answers with an empty body',
    onSuccess(() => ''),
  ),
  broken(
    'answers with JSON in a text',
    onSuccess((body) => JSON.stringify(JSON.stringify(body))),
  ),
  broken(
    'answers in the single quotes of the page',
    onSuccess((body) => JSON.stringify(body).replaceAll('"', "'")),
  ),
  broken(
    'sends two documents',
    onSuccess((body) => JSON.stringify(body).repeat(2)),
  ),
  broken(
    'sends text after the JSON',
    onSuccess((body) => `${JSON.stringify(body)}\nOK`),
  ),
  broken(
    'sends half of the JSON',
    onSuccess((body) => JSON.stringify(body).slice(0, -20)),
  ),
  broken(
    'sends a byte order mark',
    onSuccess((body) => `\ufeff${JSON.stringify(body)}`),
  ),
  broken(
    'names a field twice',
    onSuccess((body) => JSON.stringify(body).replace('{', '{"ax_order_status":"New",')),
  ),
  broken(
    'guards its JSON with a prefix',
    onSuccess((body) => `)]}',\n${JSON.stringify(body)}`),
  ),
  broken(
    'sends a field in EUC-KR',
    onSuccess((body) =>
      Buffer.concat([
        Buffer.from(`${JSON.stringify(body).slice(0, -1)},"x":"`),
        Buffer.from([0xc3, 0xeb]),
        Buffer.from('"}'),
      ]),
    ),
  ),
  broken(
    'wraps a success in `data` alone',
    onSuccess((data) => ({ data })),
  ),
  broken(
    'wraps a success in `result`',
    onSuccess((result) => ({ status_code: 200, result })),
  ),
  ...[201, 202, 203, 206].map((status) =>
    broken(
      `answers a success with ${status}`,
      onStatus(200, (reply) => ({ ...reply, status })),
    ),
  ),
  broken(
    'answers a success with 204',
    onStatus(200, () => ({ status: 204, body: '' })),
  ),
  broken('answers a success with 500 and cancels', onStatus(200, crash)),
  broken(
    'redirects after a success',
    onStatus(200, () => ({ status: 303, body: '', headers: { location: '/orders' } })),
  ),
  broken(
    'answers a success with HTML',
    onStatus(200, () => html(200)),
  ),
  broken(
    'calls a success HTML',
    onStatus(200, (reply) => ({ ...reply, headers: { 'content-type': 'text/html' } })),
  ),
  broken(
    'calls a success text',
    onStatus(200, (reply) => ({ ...reply, headers: { 'content-type': 'text/plain' } })),
  ),
  broken(
    'calls a success EUC-KR',
    onStatus(200, (reply) => ({ ...reply, headers: { 'content-type': 'application/json; charset=euc-kr' } })),
  ),
  broken(
    'calls a success problem+json',
    onStatus(200, (reply) => ({ ...reply, headers: { 'content-type': 'application/problem+json' } })),
  ),
  broken(
    'gives the e-mail address of the traveler away',
    onSuccess((body) => ({ ...body, traveler: 'kim@example.com' })),
  ),
  broken(
    'gives the phone number of the traveler away',
    onSuccess((body) => ({ ...body, phone: '010-1234-5678' })),
  ),
  broken(
    'gives a phone number away without hyphens',
    onSuccess((body) => ({ ...body, phone: '01012345678' })),
  ),
  broken(
    'gives an international phone number away',
    onSuccess((body) => ({ ...body, phone: '+82 10-1234-5678' })),
  ),
  broken(
    'sends the key back',
    onSuccess((body) => ({ ...body, key: CONFORMING.key })),
  ),
  broken(
    'sends the key back in a header',
    onStatus(200, (reply) => ({ ...reply, headers: { 'x-debug': CONFORMING.key } })),
  ),

  {
    does: 'cancels by Unavoidable cancel and answers with a crash',
    fails: 'cancel.unavoidableCancel',
    also: /^cancel\.comment\.together$/,
    change: {
      success: (order, fields) =>
        fields.ax_status === 'Unavoidable cancel' ? crash() : CONFORMING.success(order, fields),
    },
  },
  {
    does: 'wraps the success of one kind of cancel only',
    fails: 'cancel.unavoidableCancel',
    also: /^cancel\.comment\./,
    change: {
      success(order, fields) {
        const reply = CONFORMING.success(order, fields);
        return fields.ax_status === 'Traveler cancel'
          ? reply
          : { ...reply, body: { status_code: 200, data: reply.body } };
      },
    },
  },
  {
    does: 'crashes on Unavoidable cancel with a comment',
    fails: 'cancel.comment.together',
    change: crashing(({ ax_status, comment }) => ax_status !== 'Traveler cancel' && comment !== undefined),
  },
  {
    does: 'crashes on a field that it does not know',
    fails: 'body.extra-field',
    also: /^auth\.in-body$/,
    change: {
      finish: (reply, { bytes }) => (bytes.includes('"reason"') ? crash() : reply),
    },
  },
  {
    does: 'answers a repeat with the order of somebody else',
    fails: 'cancel.repeat',
    change: {
      repeat: (order, fields) =>
        CONFORMING.success({ ...order, code: 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912' }, fields),
    },
  },
  broken(
    'gives a resident registration number away',
    onSuccess((body) => ({ ...body, id: '900101-1234567' })),
  ),
  broken(
    'gives a password away',
    onSuccess((body) => ({ ...body, password: 'x' })),
  ),
  broken(
    'shows its SQL',
    onSuccess((body) => ({ ...body, debug: 'UPDATE orders SET status = 1' })),
  ),
  broken(
    'sends the key back in Base64',
    onSuccess((body) => ({
      ...body,
      key: Buffer.from(`Token ${CONFORMING.key}`.slice(6)).toString('base64'),
    })),
  ),

  // What of a valid request it refuses.
  {
    does: 'refuses Traveler cancel',
    fails: FIRST,
    also: SUCCESSES,
    change: refusing('ax_status', ({ ax_status }) => ax_status === 'Traveler cancel'),
  },
  {
    does: 'refuses Unavoidable cancel',
    fails: 'cancel.unavoidableCancel',
    also: /^cancel\.comment\.together$/,
    change: refusing('ax_status', ({ ax_status }) => ax_status === 'Unavoidable cancel'),
  },
  ...(
    [
      ['Hangul', FIRST, (comment) => /[가-힣]/.test(comment ?? ''), /^cancel\.comment\./],
      ['emoji', 'cancel.comment.emoji', (comment) => /\p{Emoji_Presentation}/u.test(comment ?? ''), /^$/],
      ['line breaks', 'cancel.comment.line-breaks', (comment) => /\n/.test(comment ?? ''), /^$/],
      ['quotes', 'cancel.comment.quotes', (comment) => /"/.test(comment ?? ''), /^$/],
      ['angle brackets', 'cancel.comment.quotes', (comment) => /</.test(comment ?? ''), /^$/],
      ['more than 255 characters', 'cancel.comment.long', (comment) => (comment ?? '').length > 255, /^$/],
      ['more than 4,999 characters', 'cancel.comment.long', (comment) => (comment ?? '').length > 4999, /^$/],
      ['a single character', 'cancel.comment.one-character', (comment) => comment?.length === 1, /^$/],
      [
        'no comment',
        'cancel.unavoidableCancel',
        (comment) => comment === undefined,
        /^cancel\.(other-kind|new|mixed|reopen|without-comment)$/,
      ],
    ] as [string, string, (comment: string | undefined) => boolean, RegExp][]
  ).flatMap(([what, fails, matches, also]): Variant[] => [
    {
      does: `refuses a cancel with ${what}`,
      fails,
      also,
      change: refusing('comment', ({ comment }) => matches(comment)),
    },
    {
      does: `crashes on a cancel with ${what}`,
      fails,
      also,
      change: crashing(({ comment }) => matches(comment)),
    },
  ]),
  {
    does: 'calls every status invalid',
    fails: FIRST,
    change: {
      validate(body) {
        const result = CONFORMING.validate(body);
        return 'fields' in result
          ? {
              errors: {
                channel_status: [`"${result.fields.channel_status}"이 유효하지 않은 선택(choice)입니다.`],
              },
            }
          : result;
      },
    },
  },
  {
    does: 'lets a valid key in, but not to its orders',
    fails: FIRST,
    change: {
      authorize: CONFORMING.authorize,
      find: (code, orders) => {
        const order = orders.get(code);
        return order && { ...order, own: false };
      },
    },
  },
  {
    does: "wants a comment with a traveler's cancel",
    fails: 'cancel.without-comment',
    change: refusing(
      'comment',
      ({ ax_status, channel_status, comment }) =>
        ax_status === 'Traveler cancel' && channel_status === ax_status && comment === undefined,
    ),
  },
  {
    does: 'sets each status to the other',
    fails: 'cancel.mixed',
    change: {
      apply(order, { ax_status, channel_status }) {
        order.axStatus = channel_status;
        order.channelStatus = ax_status;
      },
    },
  },
  broken('does nothing and says so with 200', { apply: () => {} }),
  broken('refuses with 200 and a detail', { success: () => ({ ...detail(400, 'x'), status: 200 }) }),
];
