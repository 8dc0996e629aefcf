/** The port to listen on; 0 lets the system choose. */
export const port = Number(process.env.PORT ?? 0);

/** Says on which port the server listens, for whoever started it. */
export function announce(server) {
  console.log(`listening on ${server.address().port}`);
}
