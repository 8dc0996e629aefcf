/**
 * Makes a function that prints lines. Lines of one turn of the event loop are written together, because each write to a terminal,
 * a pipe or a file blocks.
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
