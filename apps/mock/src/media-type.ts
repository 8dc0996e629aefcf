/**
 * Whether an `Accept` header allows JSON. Django REST framework asks this before all else, and so does the mock; how to
 * weigh several media types is left to Prism.
 */
export function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept === '') return true;
  return accept.split(',').some((range) => /^\s*(\*\/\*|application\/(\*|json))\s*(;|$)/i.test(range));
}

/**
 * Whether a `Content-Type` is that of the contract. Prism is not asked, because it takes `application/problem+json` for
 * JSON and fails on a malformed value.
 */
export function isJson(contentType: string): boolean {
  return /^\s*application\/json\s*(;|$)/i.test(contentType);
}
