import type { Schema } from '@ax-cloud/contract/contract';

/**
 * The name of a schema that is referred to.
 *
 * @throws {Error} for a schema that has none; the lint rules demand one
 */
export function nameOf({ $ref }: Schema): string {
  const name = String($ref ?? '')
    .split('/')
    .at(-1);
  if (name) return name;
  throw new Error(
    'A body has a schema without a name. Move it to "components.schemas" in spec/openapi.yaml, and refer to it.',
  );
}
