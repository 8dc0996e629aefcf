import { readFile } from 'node:fs/promises';
import type { Echoes } from './echo.ts';

/** A JSON Schema of the contract; its `$ref`s point into {@link Contract.document}. */
export type Schema = Readonly<Record<string, unknown>>;

/** One named example of a request or a response. */
export interface Example {
  summary: string;
  description: string;
  value: unknown;
  /** The request values that make the mock answer with it: runtime expression → value (`x-provoked-by`). */
  provokedBy: Readonly<Record<string, string>>;
  /** The kind of violation that it answers: a JSON Schema keyword, or `syntax` for a body that is no JSON (`x-violation`). */
  violation: string | undefined;
}

/** One documented response. */
export interface ResponseDescription {
  status: number;
  description: string;
  /** True when the page does not mention this response (`x-inferred`). */
  inferred: boolean;
  schema: Schema;
  examples: Readonly<Record<string, Example>>;
  /** What the answer must repeat of the request; empty for errors. */
  echoes: Echoes;
}

/** One of AX Cloud's servers. */
export interface Server {
  /** The origin, without a path. */
  url: string;
  description: string;
  /** The name that the client calls it by (`x-environment`). */
  environment: string;
}

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
  /** The example of the path parameter `ax_order_code`. */
  exampleOrderCode: string;
  request: { schema: Schema; examples: Readonly<Record<string, Example>> };
  /** The documented responses, by ascending status. */
  responses: readonly ResponseDescription[];
}

/** The language of a bundle's prose; wire values are the same in both. */
export type Language = 'en' | 'ko';

/** Where `pnpm generate` puts the bundled contract. */
export function bundleUrl(language: Language): URL {
  return new URL(`../dist/openapi${language === 'ko' ? '.ko' : ''}.json`, import.meta.url);
}

/**
 * Reads the bundled contract.
 *
 * @throws {Error} when it has not been derived yet, with what to run
 */
export async function loadContract(language: Language = 'en'): Promise<Contract> {
  const url = bundleUrl(language);
  const text = await readFile(url, 'utf8').catch((cause: unknown) => {
    throw new Error(`The bundled contract is missing at ${url.pathname}. Run "pnpm generate".`, { cause });
  });
  return readContract(JSON.parse(text));
}

/** Picks the one operation out of a bundled document that has passed lint. */
export function readContract(document: OpenApiDocument): Contract {
  const [[path, item] = []] = Object.entries(document.paths);
  const [[method, operation] = []] = Object.entries(item ?? {});
  if (path === undefined || method === undefined || operation === undefined) {
    throw new Error('The contract has no operation under "paths".');
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
    exampleOrderCode: operation.parameters[0].example,
    request: readContent(operation.requestBody),
    responses: Object.entries(operation.responses)
      .map(([status, response]) => ({
        status: Number(status),
        description: response.description,
        inferred: response['x-inferred'] ?? false,
        echoes: response['x-echoes'] ?? {},
        ...readContent(response),
      }))
      .sort((a, b) => a.status - b.status),
  };
}

/**
 * The value that makes the mock answer with a status, as the contract's examples name it (`x-provoked-by`).
 *
 * @param expression the part of the request, for example `$request.path.ax_order_code`
 * @throws {Error} when no example of that status names one
 */
export function provokingValue({ responses }: Contract, status: number, expression: string): string {
  const examples = responses
    .filter((response) => response.status === status)
    .flatMap((response) => Object.values(response.examples));
  const value = examples.map(({ provokedBy }) => provokedBy[expression]).find((one) => one !== undefined);
  if (value !== undefined) return value;
  throw new Error(`No example of ${status} in the contract names ${expression} in "x-provoked-by". Add one.`);
}

function readContent(holder: ContentHolder): { schema: Schema; examples: Record<string, Example> } {
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

interface RawExample {
  summary: string;
  description: string;
  value: unknown;
  'x-provoked-by'?: Record<string, string>;
  'x-violation'?: string;
}

interface ContentHolder {
  content: { 'application/json': { schema: Schema; examples: Record<string, RawExample> } };
}

interface RawOperation {
  parameters: [{ name: string; example: string }];
  requestBody: ContentHolder;
  responses: Record<
    string,
    ContentHolder & { description: string; 'x-inferred'?: boolean; 'x-echoes'?: Echoes }
  >;
}

/** The parts of a bundled document that {@link readContract} relies on, all guaranteed by the lint rules. */
export interface OpenApiDocument {
  info: { version: string };
  servers: { url: string; description: string; 'x-environment': string }[];
  paths: Record<string, Record<string, RawOperation>>;
}
