/** Registers a test of a story. */
export type Register = (name: string, body: () => void | Promise<void>) => void;

/** Tests that share what earlier ones made. */
export interface Story {
  /** After a failed step, the rest says so at once instead of failing in many ways. */
  readonly step: Register;
  /** Only looks: it needs the steps before it, and nothing depends on it. */
  readonly check: Register;
  /** Whether everything passed so far. */
  readonly passed: () => boolean;
}

/** Begins a story; its tests run in the order in which they are registered. */
export function story(): Story {
  let failedStep: string | undefined;
  let passed = true;
  const register = (name: string, isStep: boolean, body: () => void | Promise<void>) => {
    test(name, async () => {
      if (failedStep !== undefined) throw new Error(`not run, because this step failed: ${failedStep}`);
      const passedBefore = passed;
      // Set first: jest ends what takes too long without coming back here.
      passed = false;
      if (isStep) failedStep = name;
      await body();
      passed = passedBefore;
      failedStep = undefined;
    });
  };
  return {
    step: (name, body) => {
      register(name, true, body);
    },
    check: (name, body) => {
      register(name, false, body);
    },
    passed: () => passed,
  };
}
