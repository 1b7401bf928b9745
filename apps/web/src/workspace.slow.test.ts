import { afterAll, beforeAll, describe } from 'vitest';
import { layersAndSheets } from './one-map/layers-and-sheets.e2e.ts';
import { hasBrowser } from './testing/browser.ts';
import { Workspace } from './testing/workspace.ts';

/** Further paths, as `workspace.e2e.test.ts`. */
describe.skipIf(!hasBrowser)('the workspace in Chromium, further paths', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await Workspace.start();
  });
  afterAll(async () => {
    await workspace?.stop();
  });

  describe('one map', () => layersAndSheets(() => workspace));
});
