/** The port to listen on; 0 lets the system choose. */
export const port = Number(process.env.PORT ?? 0);

/** Prints the port, which the program that started the server reads. */
export function announce(server) {
  console.log(`listening on ${server.address().port}`);
}
