import type { Contract } from '@ax-cloud/contract/contract';
import type { Ledger } from '@ax-cloud/contract/ledger';

/**
 * Recognizes names of statements about fields that the page's table does not list. Such fields exist when the contract follows
 * other field names; a case about one proves no row of the table.
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
