/** Fastify with its defaults: its JSON schema with its coercion, its own error bodies, its longest parameter of 100 characters. */
import Fastify from 'fastify';
import { behaviour } from '../node/behaviour.mjs';
import { announce, port } from '../node/listen.mjs';
import { STATUSES } from '../node/shop.mjs';

const PATH = '/v1/channel/orders/tour/:axOrderCode';
const status = { type: 'string', enum: STATUSES };
const schema = {
  body: {
    type: 'object',
    required: ['ax_status', 'channel_status'],
    properties: { ax_status: status, channel_status: status, comment: { type: 'string' } },
  },
};

const app = Fastify();
readBodies();
app.addHook('onRequest', requireKey);
app.addHook('preValidation', normalise);
app.route({ method: 'PATCH', url: PATH, schema, attachValidation: true, handler: cancel });
for (const method of behaviour.methods) {
  app.route({ method: method.toUpperCase(), url: PATH, schema, attachValidation: true, handler: cancel });
}
await app.listen({ port, host: '127.0.0.1' });
announce(app.server);

function readBodies() {
  const { repair, readsAnyType } = behaviour;
  const parse = repair ?? JSON.parse;
  const type = readsAnyType ? '*' : 'application/json';
  if (repair === undefined && !readsAnyType) return;
  if (readsAnyType) app.removeAllContentTypeParsers();
  app.addContentTypeParser(type, { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, parse(text));
    } catch (error) {
      error.statusCode = 400;
      done(error);
    }
  });
}

async function requireKey(request, reply) {
  const { headers, query, socket, params } = request;
  if (behaviour.lookupFirst && behaviour.find(params.axOrderCode) === undefined) {
    return send(reply, behaviour.notFound());
  }
  const { authorization } = headers;
  if (!(await behaviour.isKey({ authorization, headers, query, connection: socket }))) {
    return send(reply, behaviour.forbidden());
  }
}

async function normalise(request) {
  request.body = behaviour.normalise(request.body);
}

async function cancel(request, reply) {
  const { body, params, validationError } = request;
  const order = behaviour.find(params.axOrderCode);
  if (order === undefined) return send(reply, behaviour.notFound());
  const refusal = order.foreign ? behaviour.foreign(order) : undefined;
  if (refusal !== undefined) return send(reply, refusal);
  if (validationError) {
    behaviour.onInvalid(order);
    throw validationError;
  }
  const [objection] = Object.values(behaviour.objections(body)).flat();
  if (objection !== undefined) {
    behaviour.onInvalid(order);
    throw Object.assign(new Error(objection), { statusCode: 400 });
  }
  const conflict = await behaviour.change(order, body);
  return send(reply, conflict ?? (await behaviour.success(order)));
}

function send(reply, given) {
  const { status: code, json, raw, headers = {} } = behaviour.finish(given);
  return reply
    .code(code)
    .headers(headers)
    .send(json ?? raw);
}
