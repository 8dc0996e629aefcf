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
export function validCredential(apiKey: string): Credential {
  return { value: `Token ${apiKey}`, shell: 'Token $AX_API_KEY' };
}
