import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseExpression } from './expression.ts';
import { MARK_EXTENSIONS } from './marks.ts';
import {
  type OpenApiDocument,
  onlyOperation,
  type RawContent,
  type RawExample,
  type RawParameter,
  type RawResponse,
} from './openapi-document.ts';
import type { Example, Parameter, ResponseDescription, Server, Success } from './operation-parts.ts';
import { type Field, readFields, type Schema } from './schema.ts';

export type { Example, Field, OpenApiDocument, Parameter, ResponseDescription, Schema, Server, Success };

/** The contract's one operation, in the terms that its readers need. */
export interface Contract {
  /** The whole bundled OpenAPI document. */
  document: Readonly<Record<string, unknown>>;
  version: string;
  servers: readonly Server[];
  /** The path template, `/v1/channel/orders/tour/{ax_order_code}`. */
  path: string;
  /** The HTTP method in capitals. */
  method: string;
  /** The parameter in the path, which names the order. */
  orderCode: Parameter;
  /** The headers that the contract declares beside the key, in its order. */
  headers: readonly Parameter[];
  /** The query parameters, in the contract's order. */
  query: readonly Parameter[];
  request: {
    schema: Schema;
    examples: Readonly<Record<string, Example>>;
    /** The fields of the body, in the contract's order. */
    fields: readonly Field[];
  };
  /** The statuses of an order that are cancels (`x-cancels`), in the contract's order. */
  cancels: readonly string[];
  /** The documented responses, by ascending status; {@link Contract.success} is one of them. */
  responses: readonly ResponseDescription[];
  success: Success;
}

/** Reads a documented status: a number of three digits. */
function readStatus(status: string): number {
  if (/^\d{3}$/.test(status)) return Number.parseInt(status, 10);
  throw new Error(
    `The contract documents the response "${status}". Give it a status of its own, such as 409.`,
  );
}

/** The status of an order that is not cancelled: the first value of the request's status that is not a cancel, or empty. */
export function uncancelledStatus({ request, cancels }: Contract): string {
  const values = request.fields.find((field) => field.cancels !== undefined)?.schema.enum ?? [];
  return String(values.find((value) => !cancels.includes(String(value))) ?? '');
}

/** The language of a bundle's prose; values on the wire are the same in both. */
export type Language = 'en' | 'ko';

/** Where the spec's `bundle` task puts the contract. */
export function bundleUrl(language: Language): URL {
  return new URL(import.meta.resolve(`@ax-cloud/channel-spec/openapi${language === 'ko' ? '.ko' : ''}.json`));
}

/**
 * Reads the bundled contract.
 *
 * @throws {Error} when it has not been derived yet, with what to run
 */
export async function loadContract(language: Language = 'en'): Promise<Contract> {
  const url = bundleUrl(language);
  const text = await readFile(url, 'utf8').catch((cause: unknown) => {
    throw new Error(`The bundled contract is missing at ${fileURLToPath(url)}. Run "pnpm generate".`, {
      cause,
    });
  });
  return readContract(JSON.parse(text));
}

/**
 * Picks the one operation out of a bundled document that has passed lint.
 *
 * @throws {Error} when the document lacks what the lint rules demand
 */
export function readContract(document: OpenApiDocument): Contract {
  const { path, method, operation } = onlyOperation(document);
  const parameters = (operation.parameters ?? []).map(readParameter);
  const orderCode = parameters.find((parameter) => parameter.in === 'path');
  if (orderCode === undefined)
    throw new Error('The operation has no path parameter. Declare the order code.');
  const fields = readFields(document, operation.requestBody.content['application/json'].schema);
  const [success, ...others] = Object.entries(operation.responses).filter(([, one]) => one['x-echoes']);
  if (success === undefined || others.length > 0) {
    throw new Error('Exactly one response must have "x-order" and "x-echoes": the one that proves a cancel.');
  }
  return {
    document: document as unknown as Contract['document'],
    version: document.info.version,
    servers: document.servers.map(({ url, description, ...rest }) => ({
      url,
      description,
      environment: rest['x-environment'],
    })),
    path,
    method: method.toUpperCase(),
    orderCode,
    headers: parameters.filter((parameter) => parameter.in === 'header'),
    query: parameters.filter((parameter) => parameter.in === 'query'),
    request: { ...readContent(operation.requestBody), fields },
    cancels: fields.find(({ cancels }) => cancels !== undefined)?.cancels ?? [],
    responses: Object.entries(operation.responses)
      .map(readResponse)
      .sort((a, b) => a.status - b.status),
    success: readSuccess(success),
  };
}

function readParameter({
  name,
  in: place,
  required = false,
  description,
  schema,
  example,
}: RawParameter): Parameter {
  return { name, in: place, required, description, schema, example };
}

function readResponse([status, response]: [string, RawResponse]): ResponseDescription {
  return {
    status: readStatus(status),
    description: response.description,
    inferred: Object.values(MARK_EXTENSIONS).some((key) => key in response),
    ...readContent(response),
  };
}

function readSuccess([status, response]: [string, RawResponse]): Success {
  const order = parseExpression(response['x-order'] ?? '$response.body#');
  if (order.part !== 'body' || order.side !== 'response') {
    throw new Error(`"x-order" is "${response['x-order']}". Point into the response: "$response.body#".`);
  }
  return {
    ...readResponse([status, response]),
    orderPointer: order.pointer,
    echoes: response['x-echoes'] ?? {},
  };
}

function readContent(holder: RawContent): { schema: Schema; examples: Record<string, Example> } {
  const { schema, examples } = holder.content['application/json'];
  const read = ({ summary, description, value, ...rest }: RawExample): Example => ({
    summary,
    description,
    value,
    provokedBy: rest['x-provoked-by'] ?? {},
    violation: rest['x-violation'],
  });
  return {
    schema,
    examples: Object.fromEntries(Object.entries(examples).map(([name, example]) => [name, read(example)])),
  };
}
