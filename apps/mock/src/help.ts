/** What `--help` prints. */
export const HELP = `A mock of AX Cloud's order cancellation, at production's URL.

  channel-mock [options]

  --port <number>          the port; 0 takes a free one        (AX_MOCK_PORT or PORT, 4010)
  --host <address>         the address to listen on            (AX_MOCK_HOST, 127.0.0.1)
  --log pretty|json|off    one line for each request           (pretty)
  --cors                   lets pages of other origins call it  (AX_MOCK_CORS, off)
  --any-code               accepts order codes of another form than the contract's example
  --contract <file>        another bundled contract, as JSON   (the one that the mock came with)
  --watch                  reads that file again when it changes, without closing the port
  --scenarios              lists the keys and order codes that provoke errors and scenarios
  --version                prints the versions of the mock and of the contract
  --help                   prints this

GET /_mock/health shows the status, GET /_mock/requests the last 100 requests with keys masked;
DELETE /_mock/requests clears them. SIGTERM and Ctrl-C let running requests end.
`;
