/** One step of a proof, and what came of it. */
export interface Step {
  name: string;
  ok: boolean;
  seconds: number;
  /** What went wrong, or what the step found out. */
  message: string;
}

/** The steps of a proof, in order. A step after one that it needs is only taken when that one is ok. */
export class Steps {
  readonly taken: Step[] = [];

  /** True as long as every step was ok. */
  get ok(): boolean {
    return this.taken.every((step) => step.ok);
  }

  /**
   * Takes a step.
   *
   * @param take gives what the step found out, or nothing, and throws what is wrong
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

/** The steps that failed, for a person to read; empty when none did. */
export function failures(steps: readonly Step[]): string[] {
  return steps.filter(({ ok }) => !ok).map(({ name, message }) => `${name}: ${message}`);
}
