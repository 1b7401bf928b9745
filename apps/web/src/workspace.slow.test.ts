import { afterAll, beforeAll, describe } from 'vitest';
import { basemapAndMeasuring } from './one-map/basemap-and-measuring.e2e.ts';
import { layersAndSheets } from './one-map/layers-and-sheets.e2e.ts';
import { hasBrowser } from './testing/browser.ts';
import { TileServer } from './testing/tile-server.ts';
import { Workspace } from './testing/workspace.ts';

/** Further paths, as `workspace.e2e.test.ts`, with the map of somebody else below. */
describe.skipIf(!hasBrowser)('the workspace in Chromium, further paths', () => {
  const tiles = new TileServer();
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await Workspace.start(
      '--basemap',
      await tiles.start(),
      '--basemap-note',
      '测试底图 审图号 0',
    );
  });
  afterAll(async () => {
    await workspace?.stop();
    tiles.stop();
  });

  describe('one map', () => {
    layersAndSheets(() => workspace);
    basemapAndMeasuring(() => workspace, tiles.asked);
  });
});
