/** What `--help` prints. */
export const PROXY_HELP = `Stands between your system and a server, and reports where one of them breaks the contract.

  channel-proxy            takes no option but --help; these variables set it up:

  AX_BASE_URL              the server: scheme, host and port; AX Cloud's production is refused
  AX_PROXY_PORT            the port; 0 takes a free one        (4011)
  AX_PROXY_HOST            the address to listen on            (127.0.0.1)

Let your system call the proxy in place of the server. Ctrl-C ends it with a summary.`;
