/** The last line of a test run, for those who read only that: how many passed, how many failed. For Vitest and Playwright. */

interface VitestModule {
  ok: () => boolean;
  children: { allTests: () => Iterable<{ result: () => { state: string } }> };
}

const say = (passed: number, failed: number) => process.stdout.write(`\n${passed} passed, ${failed} failed\n`);

export default class Closing {
  private passed = 0;
  private failed = 0;

  /** Vitest's. A file that could not even be read has no tests, and failed. */
  onTestRunEnd(modules: VitestModule[], errors: unknown[]) {
    const states = modules.flatMap((module) => {
      const tests = [...module.children.allTests()].map((test) => test.result().state);
      return tests.length === 0 && !module.ok() ? ['failed'] : tests;
    });
    const count = (state: string) => states.filter((one) => one === state).length;
    say(count('passed'), count('failed') + errors.length);
  }

  /** Playwright's, after each try. */
  onTestEnd(test: { outcome: () => string }, result: { status: string; retry: number }) {
    if (result.status === 'passed') this.passed += 1;
    else if (test.outcome() === 'unexpected') this.failed += 1;
  }

  /** Playwright's. */
  onEnd() {
    say(this.passed, this.failed);
  }
}
