// mock.ts listens with server.ts. operation.ts decides the response, in the order of its checks. engine.ts and validator.ts ask
// Prism, which only prism.ts imports. undocumented.ts has responses beyond the contract; scenarios.ts and faults.ts have the
// scenarios. main.ts and run.ts are the command; proxy/ is the proxy.
export { ListenError } from './listen.ts';
export { type MockOptions, type RunningMock, startMock } from './mock.ts';
