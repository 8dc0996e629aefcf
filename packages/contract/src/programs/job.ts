/** A program of Node.js to run. */
export interface Job {
  /** The folder whose files are loaded anew for this program. */
  root: string;
  cwd: string;
  /** The module that its command names. */
  entry: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
}

/** How a program ended. */
export interface Ended {
  /** Null where a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
  /** What it printed on both streams, as it came. */
  output: string;
}
