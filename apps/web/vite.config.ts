import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where a server listens while the workspace is being written: `bin/tuheng serve --demo --port 8081`. */
const server = process.env.TUHENG_SERVER ?? 'http://127.0.0.1:8081';

/** Addresses that the server answers itself. */
const served =
  '^/(api|ogc|health|problems|first-administrator|recover|style\\.css|secret-link\\.js)(/|$|\\?)';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    // The server keeps what lies here for ever: names carry a hash.
    assetsDir: 'assets',
    // Files of their own: the security policy knows no data: address for scripts and fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // Libraries in files of their own: browsers keep them when only our code changes, and traces tell whose work it was.
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules\/maplibre-gl\// },
            { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\// },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    // The server takes what its own pages ask for only.
    proxy: { [served]: { target: server, changeOrigin: true, headers: { origin: server } } },
  },
});
