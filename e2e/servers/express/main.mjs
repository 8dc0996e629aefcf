/** Express with its defaults: its own 404 and 405, its own error pages, its JSON parser for every route. */
import express from 'express';
import { behaviour } from '../node/behaviour.mjs';
import { announce, port } from '../node/listen.mjs';
import { validate } from './validate.mjs';

const PATH = '/v1/channel/orders/tour/:axOrderCode';

const app = express();
if (behaviour.development) app.set('env', 'development');
app.use(readBody());
app.use('/v1/channel', requireKey);
app.patch(PATH, cancel);
for (const method of behaviour.methods) app[method](PATH, cancel);
const server = app.listen(port, '127.0.0.1', () => announce(server));

function readBody() {
  const { repair, readsAnyType } = behaviour;
  if (repair === undefined) return express.json(readsAnyType ? { type: () => true } : {});
  const readText = express.text({ type: 'application/json' });
  return (req, res, next) =>
    readText(req, res, (error) => {
      if (typeof req.body === 'string') req.body = repair(req.body);
      next(error);
    });
}

async function requireKey(req, res, next) {
  if (behaviour.lookupFirst && isUnknown(req)) return send(res, await behaviour.notFound());
  const { headers, query, socket } = req;
  const isKey = await behaviour.isKey({
    authorization: headers.authorization,
    headers,
    query,
    connection: socket,
  });
  if (!isKey) return send(res, behaviour.forbidden());
  next();
}

function isUnknown({ path }) {
  return behaviour.find(path.split('/').at(-1)) === undefined;
}

async function cancel(req, res) {
  const order = behaviour.find(req.params.axOrderCode);
  if (order === undefined) return send(res, behaviour.notFound());
  const refusal = order.foreign ? behaviour.foreign(order) : undefined;
  if (refusal !== undefined) return send(res, refusal);
  const body = behaviour.normalise(req.body);
  const errors = validate(body);
  if (Object.keys(errors).length > 0) {
    behaviour.onInvalid(order);
    return send(res, { status: 400, json: errors });
  }
  const conflict = await behaviour.change(order, body);
  send(res, conflict ?? (await behaviour.success(order)));
}

function send(res, reply) {
  const { status, json, raw, headers = {} } = behaviour.finish(reply);
  res.status(status).set(headers);
  if (json !== undefined) res.json(json);
  else res.end(raw);
}
