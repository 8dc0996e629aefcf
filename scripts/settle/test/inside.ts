/**
 * Cancels the contract's example order at the server in `AX_BASE_URL` with the built client, and prints the result as JSON. It
 * runs in a copy of the repository, so every import leads to the code of the copy.
 */
import { loadContract } from '@ax-cloud/contract/contract';
import { cancelExample } from '../../changes/inside/client-use.ts';

const contract = await loadContract();
console.log(JSON.stringify(await cancelExample(contract, { baseUrl: process.env.AX_BASE_URL ?? '' })));
