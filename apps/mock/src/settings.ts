/** A variable cannot be used. The message names it and says what to write. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads the mock's variables; one that is empty counts as not set.
 *
 * @throws {SettingsError} when one is malformed
 */
export function readSettings(environment: NodeJS.ProcessEnv): { port: number; host: string } {
  const port = environment.AX_MOCK_PORT || '4010';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new SettingsError(
      `AX_MOCK_PORT is "${port}", which is no port. Write a number from 1 to 65535, or 0 for a free port.`,
    );
  return { port: Number(port), host: environment.AX_MOCK_HOST || '127.0.0.1' };
}
