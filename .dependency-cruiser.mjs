/** The layer rule of docs/architecture.md: a package imports only from packages below it. */
const below = {
  geometry: [],
  standard: ['geometry'],
  dataset: ['standard', 'geometry'],
  tiles: ['standard', 'geometry'],
  inspection: ['standard', 'geometry'],
  maintenance: ['standard', 'geometry'],
  demonstration: ['standard', 'geometry'],
  dossier: ['inspection', 'maintenance', 'standard', 'geometry'],
  store: ['inspection', 'maintenance', 'standard', 'geometry'],
};
const all = Object.keys(below);

export default {
  forbidden: [
    ...Object.entries(below).map(([name, allowed]) => ({
      name: `layer-${name}`,
      comment: `packages/${name} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
      severity: 'error',
      from: { path: `^packages/${name}/` },
      to: {
        path: `^(packages/(${all.filter((n) => n !== name && !allowed.includes(n)).join('|')})|apps|bench)/`,
      },
    })),
    {
      name: 'pure-packages-do-no-io',
      comment:
        'geometry, standard, tiles, inspection, maintenance and demonstration run in a browser too: nothing of Node in them',
      severity: 'error',
      from: {
        path: '^packages/(geometry|standard|tiles|inspection|maintenance|demonstration)/src/',
        // The pools' adapters for Node threads are the one place that knows Node; they have doors of their own.
        pathNot: '(\\.test\\.ts$|^packages/(geometry|tiles)/src/pool/node-)',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-workspace-runs-in-a-browser',
      comment: 'apps/web imports what is pure; its tests start a server besides',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: '(\\.test\\.ts$|^apps/web/src/testing/|\\.e2e\\.ts$)' },
      to: {
        path: '^(packages/(?!(geometry|standard|inspection|maintenance)/)|apps/(?!web/))',
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'through-the-front-door',
      comment: 'other packages are imported by name, never by a path into their source',
      severity: 'error',
      from: { path: '^(packages|apps|bench)/([^/]+)' },
      to: {
        path: '^packages/([^/]+)/src/(?!index\\.ts$|pool/node-pool\\.ts$|pool/browser-worker\\.ts$|testing/(postgres-|databases\\.ts$|once-per-run\\.ts$)|accounts/testing/identity-provider\\.ts$)',
        pathNot: '^$1/$2/',
      },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(node_modules|^apps/web/dist)' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
