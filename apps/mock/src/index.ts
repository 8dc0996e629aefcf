// mock.ts listens; operation.ts decides, in the order of its checks; engine.ts is Prism; refusals.ts is what the contract
// does not document. main.ts is the command.
export { ListenError } from './listen.ts';
export { type MockOptions, type RunningMock, startMock } from './mock.ts';
