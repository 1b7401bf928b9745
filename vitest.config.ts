import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** `TUHENG_SLOW=1` (npm run test:slow) runs the `.slow.test.ts` files instead of the others. */
const slow = process.env.TUHENG_SLOW === '1';

/** The paths in the browser take the longest by far, in a small file: begun last, they would be waited for alone. */
class BrowserFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isInBrowser = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('.e2e.test.ts');
    return [...sorted.filter(isInBrowser), ...sorted.filter((file) => !isInBrowser(file))];
  }
}

export default defineConfig({
  test: {
    include: slow
      ? ['packages/**/*.slow.test.ts', 'apps/**/*.slow.test.ts']
      : ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...(slow ? [] : ['**/*.slow.test.ts'])],
    globalSetup: [
      'packages/store/src/testing/postgres-server.ts',
      'packages/store/src/testing/run-folder.ts',
    ],
    // Many tests wait for programs that they run: two at least side by side, also on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: BrowserFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
