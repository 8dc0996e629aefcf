// mock.ts listens, by server.ts; operation.ts decides, in the order of its checks; engine.ts is Prism; refusals.ts is what
// the contract does not document, rehearsals.ts the faults to rehearse. main.ts and run.ts are the command, proxy/ is the
// proxy.
export { ListenError } from './listen.ts';
export { type MockOptions, type RunningMock, startMock } from './mock.ts';
