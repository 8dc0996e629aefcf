/** A program of Node.js to run. */
export interface Job {
  /** The folder whose files are loaded again for this program. */
  root: string;
  cwd: string;
  /** The module to run. */
  entry: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
}

/** How a program ended. */
export interface Ended {
  /** Null if a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
  /** The output of both streams, in order. */
  output: string;
}
