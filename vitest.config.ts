import { defineConfig } from 'vitest/config';

/** `TUHENG_SLOW=1` (npm run test:slow) runs the `.slow.test.ts` files instead of the others. */
const slow = process.env.TUHENG_SLOW === '1';

export default defineConfig({
  test: {
    include: slow
      ? ['packages/**/*.slow.test.ts', 'apps/**/*.slow.test.ts']
      : ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...(slow ? [] : ['**/*.slow.test.ts'])],
    globalSetup: 'packages/store/src/testing/postgres-server.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
