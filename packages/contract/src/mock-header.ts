/**
 * The header of the mock's responses, with the version of its contract; only what is not a usable HTTP request gets a response without
 * it. By it the contract tests know the mock at whatever address it runs: what the mock does, it does because the contract says so, and that settles no question.
 */
export const MOCK_HEADER = 'x-ax-channel-mock';
