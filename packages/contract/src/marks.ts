/** The marks of what the page does not say. A lint rule of the spec checks them, so they are defined there. */
export * from '@ax-cloud/channel-spec/marks';
