import type { App } from '../app.ts';
import type { Services } from '../services.ts';
import { collectionRoutes } from './collection-routes.ts';
import { itemRoutes } from './items/item-routes.ts';
import { serviceRoutes } from './service-routes.ts';
import { tileSetRoutes } from './tiles/tile-set-routes.ts';

/** OGC API under `/ogc`. Another capability adds its routes here, and what it says of itself to `parts.ts`. */
export function ogcRoutes(app: App, services: Services): void {
  serviceRoutes(app);
  collectionRoutes(app, services);
  itemRoutes(app, services);
  tileSetRoutes(app, services);
}
