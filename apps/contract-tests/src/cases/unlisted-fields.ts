import type { Contract } from '@ax-cloud/contract/contract';
import type { Ledger } from '@ax-cloud/contract/ledger';

/**
 * Tells the names of statements about fields that the page's table does not list, because the contract follows other names.
 * A case about such a field proves no row of the table.
 */
export function unlistedStatements(
  { request }: Contract,
  { statements }: Pick<Ledger, 'statements'>,
): (name: string) => boolean {
  const unlisted = request.fields
    .map(({ name }) => name.replaceAll('_', '-'))
    .filter((field) => !statements.some(({ id }) => id === field));
  return (name) => unlisted.some((field) => name === field || name.startsWith(`${field}-`));
}
