import type { Contract } from '@ax-cloud/contract/contract';
import { KEY, readRefusals } from '@ax-cloud/contract/refusals';

/**
 * A value of the `Authorization` header beside the way to write it in a shell. Only the second form goes into a record,
 * because a key that lacks its last character gives the whole key away.
 */
export interface Credential {
  /** What goes onto the wire; undefined leaves the header out. */
  value: string | undefined;
  /** The same in a shell that has the key in `$AX_API_KEY`; undefined leaves the header out. */
  shell: string | undefined;
}

/** The header as the contract wants it. */
export function validCredential(contract: Contract, apiKey: string): Credential {
  return credential(schemeOf(contract), apiKey, '$AX_API_KEY');
}

/** A header of a word, a space and a value; of the value alone where the word is empty. */
export function credential(scheme: string, value: string, shell: string): Credential {
  const before = scheme === '' ? '' : `${scheme} `;
  return { value: before + value, shell: before + shell };
}

/** The word before the key, as the contract's example of a wrong key has it; empty where it has none. */
export function schemeOf(contract: Contract): string {
  const [, scheme = ''] = /^(\S+) /.exec(wrongCredential(contract)) ?? [];
  return scheme;
}

/** The wrong key that the contract shows. */
export function wrongKeyOf(contract: Contract): string {
  return wrongCredential(contract).slice(schemeOf(contract).length).trim();
}

function wrongCredential(contract: Contract): string {
  return readRefusals(contract).wrongKey[0].provokedBy[KEY] ?? '';
}
