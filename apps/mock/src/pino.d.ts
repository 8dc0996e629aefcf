// Prism's types name those of its logger, whose version 6 carries none.
declare module 'pino' {
  export interface Logger {
    child(bindings: object): Logger;
  }
  export interface LoggerOptions {
    enabled?: boolean;
  }
  export type DestinationStream = NodeJS.WritableStream;
}
