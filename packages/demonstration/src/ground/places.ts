import type { Path } from '../mesh/insert-path.ts';
import type { Band, Point } from './shapes.ts';

export interface Reserve {
  readonly name: string;
  readonly level: string;
  readonly type: string;
  readonly ecosystem: string;
  readonly loop: Path;
}

export interface Town {
  readonly name: string;
  readonly centre: Point;
  readonly loop: Path;
  /** Direction of its streets, radians. */
  readonly angle: number;
}

export interface Way {
  readonly kind: 'highway' | 'railway' | 'road' | 'dike';
  readonly band: Band;
}
