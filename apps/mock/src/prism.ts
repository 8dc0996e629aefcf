/// <reference path="./pino.d.ts" />
/*
 * Everything that the mock uses of Prism. The files below `dist` are internal and may change with any version, so a test pins the
 * version.
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
