/**
 * The header of the mock's responses, with the version of its contract. Only the response to a malformed HTTP request lacks it.
 * The contract tests know the mock by it at any address: the mock follows the contract, so its responses settle no question.
 */
export const MOCK_HEADER = 'x-ax-channel-mock';
