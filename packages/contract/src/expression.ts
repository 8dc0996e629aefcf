/** The runtime expressions of the contract's extensions. The lint rules of the spec check them, so they are defined there. */
export * from '@ax-cloud/channel-spec/expression';
