import { afterAll, describe } from 'vitest';
import { remarksAndResults } from './maintenance/remarks-and-results.e2e.ts';
import { basemapAndMeasuring } from './one-map/basemap-and-measuring.e2e.ts';
import { layersAndSheets } from './one-map/layers-and-sheets.e2e.ts';
import { hasBrowser } from './testing/browser.ts';
import { TileServer } from './testing/tile-server.ts';
import { useWorkspace, Workspace } from './testing/workspace.ts';

/** Further paths, as `workspace.e2e.test.ts`, with the map of somebody else below. */
describe.skipIf(!hasBrowser)('the workspace in Chromium, further paths', () => {
  const tiles = new TileServer();
  const workspace = useWorkspace(async () =>
    Workspace.start('--basemap', await tiles.start(), '--basemap-note', '测试底图 审图号 0'),
  );
  afterAll(() => tiles.stop());

  describe('one map', () => {
    layersAndSheets(workspace);
    basemapAndMeasuring(workspace, tiles.asked);
  });
  describe('maintenance', () => remarksAndResults(workspace));
});
