/**
 * What a server decides, apart from its framework: each step does what the page says, and one fault replaces some of them.
 * The framework keeps its own routing, its own reading and validation of a body, and its own error responses.
 */
import { keyFaults } from './faults/key.mjs';
import { orderFaults } from './faults/order.mjs';
import { requestFaults } from './faults/request.mjs';
import { responseFaults } from './faults/response.mjs';
import { stateFaults } from './faults/state.mjs';
import { ALREADY_CANCELLED, apiKey, FORBIDDEN, NOT_FOUND, orders, view } from './shop.mjs';

const CONFORMING = {
  /** Whether the request has the key. May take a moment. */
  isKey: ({ authorization }) => authorization === `Token ${apiKey}`,
  forbidden: () => ({ status: 403, json: { detail: FORBIDDEN } }),
  find: (code) => orders.get(code),
  notFound: () => ({ status: 404, json: { detail: NOT_FOUND } }),
  /** The response to another channel's order; undefined lets it be cancelled. */
  foreign: () => behaviour.forbidden(),
  /** Changes a parsed body before it is validated. */
  normalise: (body) => body,
  /** Messages by field, beside those of the validation. */
  objections: () => ({}),
  /** Called when the body of a request is refused. */
  onInvalid: () => {},
  /** Sets the statuses, or returns a response that says why not. */
  change: (order, { ax_status, channel_status, comment }) => {
    if (order.axStatus !== 'New') return { status: 409, json: { detail: ALREADY_CANCELLED } };
    Object.assign(order, { axStatus: ax_status, channelStatus: channel_status, comment });
  },
  success: (order) => ({ status: 200, json: view(order) }),
  /** Changes every response of the server itself before it is sent. */
  finish: (reply) => reply,
  /** Other methods that cancel, in small letters. */
  methods: [],
  /** Looks the order up before the key. */
  lookupFirst: false,
  /** Reads a body as JSON whatever its media type. */
  readsAnyType: false,
  /** Runs as on the developer's machine, where the framework's error pages say more. */
  development: false,
  /** Replaces a body that is not JSON; undefined where the framework parses. */
  repair: undefined,
};

const FAULTS = { ...keyFaults, ...orderFaults, ...requestFaults, ...responseFaults, ...stateFaults };

const { FAULT = '' } = process.env;
if (FAULT !== '' && FAULTS[FAULT] === undefined) throw new Error(`This server has no fault ${FAULT}.`);

export const behaviour = { ...CONFORMING, ...FAULTS[FAULT] };
