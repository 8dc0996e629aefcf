/**
 * Makes a function that prints lines. Lines of the same moment are written at once, because each write to a terminal, a
 * pipe or a file waits for it.
 */
export function createLineWriter(stream: NodeJS.WritableStream): (line: string) => void {
  let waiting = '';
  function flush(): void {
    const text = waiting;
    waiting = '';
    stream.write(text);
  }
  return (line) => {
    if (waiting === '') setImmediate(flush);
    waiting += `${line}\n`;
  };
}
