import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { keepFilesInMemory } from './packages/store/src/testing/files-in-memory.ts';

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

const mocking = ['packages/**/*.mocking.test.ts', 'apps/**/*.mocking.test.ts'];
const notOurs = '**/node_modules/**';

keepFilesInMemory();

export default defineConfig({
  test: {
    globalSetup: [
      'packages/store/src/testing/postgres-server.ts',
      'packages/store/src/testing/run-folder.ts',
    ],
    // Many tests wait for programs that they run: two at least side by side, also on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: BrowserFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
    projects: slow
      ? [
          {
            extends: true,
            test: {
              name: 'slow',
              include: ['packages/**/*.slow.test.ts', 'apps/**/*.slow.test.ts'],
              exclude: [notOurs],
            },
          },
        ]
      : [
          {
            extends: true,
            test: {
              name: 'shared',
              // A file finds the modules that the one before it has loaded: loading them anew was a third of the processor's time and more.
              isolate: false,
              include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'bench/**/*.test.ts'],
              exclude: [notOurs, '**/*.slow.test.ts', ...mocking],
            },
          },
          // Files that put other modules in the place of ours, which nobody else must find.
          { extends: true, test: { name: 'mocking', include: mocking, exclude: [notOurs] } },
        ],
  },
});
