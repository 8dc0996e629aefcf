/**
 * The header that every response of the mock has, with the version of its contract. By it the contract tests know the mock at whatever
 * address it runs: what the mock does, it does because the contract says so, and that settles no question.
 */
export const MOCK_HEADER = 'x-ax-channel-mock';
