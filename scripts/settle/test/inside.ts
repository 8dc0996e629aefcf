/**
 * Runs in a copy of the repository, where every import leads to what was derived there: cancels the contract's example order at
 * the server in `AX_BASE_URL` through the built client. Prints the result as JSON.
 */
import { loadContract } from '@ax-cloud/contract/contract';
import { cancelExample } from '../../changes/inside/client-use.ts';

const contract = await loadContract();
console.log(JSON.stringify(await cancelExample(contract, { baseUrl: process.env.AX_BASE_URL ?? '' })));
