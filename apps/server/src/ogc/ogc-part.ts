import type { Collection } from './collection.ts';
import type { Link } from './link.ts';

/** What a capability adds to the OGC API; its routes it registers itself. */
export interface OgcPart {
  /** URIs of conformance classes. */
  readonly conformance: readonly string[];
  /** Of the landing page. */
  links(base: string): readonly Link[];
  /** Of a collection. */
  collectionLinks(base: string, collection: Pick<Collection, 'id'>): readonly Link[];
  /** Parts of the OpenAPI document: nothing that versions 3.0 and 3.1 read differently. */
  readonly paths: Readonly<Record<string, object>>;
  readonly parameters: Readonly<Record<string, object>>;
  readonly schemas: Readonly<Record<string, object>>;
}
