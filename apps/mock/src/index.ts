// mock.ts listens, by server.ts; operation.ts decides, in the order of its checks; engine.ts and validator.ts ask Prism, all of which comes from prism.ts;
// undocumented.ts is what the contract does not document, scenarios.ts and faults.ts what is done beyond it. main.ts and
// run.ts are the command, proxy/ is the proxy.
export { ListenError } from './listen.ts';
export { type MockOptions, type RunningMock, startMock } from './mock.ts';
