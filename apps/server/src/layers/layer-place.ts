import type { FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Access } from '../access/access.ts';
import type { LayerSource } from '../held-versions/layer-source.ts';

/** Where layers stand in the API: the same routes answer below each of these addresses. */
export interface LayerPlace {
  /** Of the addresses, with parameters. */
  readonly path: string;
  /** Of the parameters. */
  readonly params: Readonly<Record<string, TSchema>>;
  readonly access: Access;
  /** What lies there, for the documents of the API. */
  readonly title: string;
  /** @throws StoreError, Problem where it is not there for whoever asks */
  readonly find: (request: FastifyRequest) => Promise<PlacedSource>;
}

export interface PlacedSource {
  readonly source: LayerSource;
  /** The address of exactly this source, whatever else it was found by. */
  readonly path: string;
  /** As TileJSON names it. */
  readonly name: string;
  /** Semantic version, for TileJSON. */
  readonly version: string;
}
