import { documentRule, objectOf } from './rule.ts';

/** Semantic Versioning 2.0.0, without the details of its identifiers. */
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[\w.-]+)?(\+[\w.-]+)?$/;

/** Keys of the document and of `info` that no part follows: the pages do not show them, or cannot be built with them. */
const UNREAD = ['webhooks', 'jsonSchemaDialect', 'externalDocs', 'contact', 'license', 'termsOfService'];

/** What the document as a whole must be, so that every part can read it. */
export const document = documentRule((root, report) => {
  if (!/^3\.1\.\d+$/.test(String(root.openapi))) {
    report(
      ['openapi'],
      `The contract is OpenAPI ${root.openapi}, and every part reads 3.1. Write "openapi: 3.1.0".`,
    );
  }
  const { version } = objectOf(root.info);
  if (version !== undefined && !VERSION.test(String(version))) {
    report(['info', 'version'], `The version ${version} is not a semantic version. Write one like 1.2.3.`);
  }
  for (const [at, node] of [[[], root] as const, [['info'], objectOf(root.info)] as const]) {
    for (const key of UNREAD.filter((one) => node[one] !== undefined))
      report([...at, key], `No part follows "${key}". Remove it, or say it in the description of "info".`);
  }
});
