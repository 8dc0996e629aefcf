/** One step of a proof, and its result. */
export interface Step {
  name: string;
  ok: boolean;
  seconds: number;
  /** The error, or what the step found out. */
  message: string;
}

/** The steps of a proof, in order. */
export class Steps {
  readonly taken: Step[] = [];

  /** Whether every step so far was ok. */
  get ok(): boolean {
    return this.taken.every((step) => step.ok);
  }

  /**
   * Takes a step.
   *
   * @param take returns what the step found out, if anything, and throws if it fails
   * @returns whether it was ok
   */
  async take(name: string, take: () => Promise<string | undefined> | string | undefined): Promise<boolean> {
    const started = performance.now();
    const seconds = () => Math.round((performance.now() - started) / 10) / 100;
    try {
      const message = (await take()) ?? '';
      this.taken.push({ name, ok: true, seconds: seconds(), message });
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.taken.push({ name, ok: false, seconds: seconds(), message });
      return false;
    }
  }
}

/** The failed steps with their messages; empty if none failed. */
export function failures(steps: readonly Step[]): string[] {
  return steps.filter(({ ok }) => !ok).map(({ name, message }) => `${name}: ${message}`);
}
