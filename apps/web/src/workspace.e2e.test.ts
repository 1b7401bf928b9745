import { describe } from 'vitest';
import { maintenancePaths } from './maintenance/maintenance.e2e.ts';
import { oneMapPaths } from './one-map/one-map.e2e.ts';
import { rulesPaths } from './rules/rules.e2e.ts';
import { shellPaths } from './shell/shell.e2e.ts';
import { systemPaths } from './system/system.e2e.ts';
import { hasBrowser } from './testing/browser.ts';
import { useWorkspace } from './testing/workspace.ts';

/** The paths of every place, one after the other in one browser before one server: starting either takes longer than most paths. */
describe.skipIf(!hasBrowser)('the workspace in Chromium', () => {
  const workspace = useWorkspace();
  describe('shell', () => shellPaths(workspace));
  describe('one map', () => oneMapPaths(workspace));
  describe('maintenance', () => maintenancePaths(workspace));
  describe('rules', () => rulesPaths(workspace));
  describe('system', () => systemPaths(workspace));
});
