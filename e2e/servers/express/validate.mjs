import { behaviour } from '../node/behaviour.mjs';
import { STATUSES } from '../node/shop.mjs';

/** Messages by field for a body that is not valid; an empty object for one that is. */
export function validate(body) {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { detail: 'A JSON object is expected.' };
  }
  const errors = {};
  for (const name of ['ax_status', 'channel_status']) {
    if (body[name] === undefined) errors[name] = ['This field is required.'];
    else if (!STATUSES.includes(body[name])) errors[name] = ['Not a known status.'];
  }
  if (body.comment !== undefined && typeof body.comment !== 'string') errors.comment = ['Not a text.'];
  return Object.keys(errors).length > 0 ? errors : behaviour.objections(body);
}
