/// <reference path="./pino.d.ts" />
/*
 * All of Prism that the mock uses. The files below `dist` are internal: they may change with any version, so a test names the one
 * that they are of.
 */
export { createLogger } from '@stoplight/prism-core';
export {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpOperationConfig,
  type IHttpRequest,
  type IHttpResponse,
  type PrismHttpComponents,
} from '@stoplight/prism-http';
export { validateInput } from '@stoplight/prism-http/dist/validator/index.js';
export { default as validators } from '@stoplight/prism-http/dist/validator/validators/index.js';
export { ValidationContext } from '@stoplight/prism-http/dist/validator/validators/types.js';
