/**
 * Whether an `Accept` header allows JSON. The mock checks this first, as Django REST framework does; Prism weighs several media
 * types.
 */
export function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept === '') return true;
  return accept.split(',').some((range) => /^\s*(\*\/\*|application\/(\*|json))\s*(;|$)/i.test(range));
}

/**
 * Whether a `Content-Type` is that of the contract. Prism does not decide this, because it accepts `application/problem+json` as
 * JSON and fails on a malformed value.
 */
export function isJson(contentType: string): boolean {
  return /^\s*application\/json\s*(;|$)/i.test(contentType);
}
