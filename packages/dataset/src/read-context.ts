import type { Aliases, Crs, DeliveredName } from '@tuheng/standard';
import type { LayerDescription } from './gdal/description.ts';
import type { Limits } from './limits.ts';
import type { Source } from './source/locate.ts';

export interface ReadContext {
  /** Name of the dataset for messages. */
  readonly name: string;
  readonly format: Source['format'];
  /** Real folder for pivot files. */
  readonly pivot: string;
  readonly limits: Limits;
  readonly crs: Crs | undefined;
  readonly aliases: Aliases;
}

/** A layer of a file that stands for one of the standard. */
export interface Candidate extends DeliveredName {
  readonly description: LayerDescription;
  /** Handle of the open GDAL dataset. */
  readonly dataset: number;
  /** Name for people: the layer's, or the file's where each layer is a file. */
  readonly sourceName: string;
  /** Encoding its text is read in, where the format leaves that open. */
  readonly encoding: string | undefined;
}
