import type { ArealGeometry } from '@tuheng/geometry';
import type { Confidence, FreeValue, ThresholdSetting, Tolerance } from '@tuheng/standard';
import type { ChapterId } from './chapters.ts';

/**
 * The result of a review, exactly as `review.json` holds it (schema: `review.schema.json`). All areas in m²: `area` is
 * the national ellipsoid area, `planeArea` the area in the Gauss–Krüger plane. Plain data: the same inputs give the
 * same bytes.
 */
export interface Review {
  readonly schema: 'tuheng.review/1';
  /** Hash of everything below. */
  readonly id: string;
  readonly inputs: readonly ReviewInput[];
  readonly crs: { readonly epsg: number; readonly name: string };
  readonly ruleBook: {
    readonly version: string;
    /** Hash of the effective rules: those of the book with all that profiles and regions set. */
    readonly digest: string;
    /** Whose values it carries: from the national base to the last profile, and the regions that set thresholds. */
    readonly profiles: readonly string[];
  };
  readonly tolerance: Tolerance;
  /** True where a delivered dataset says it is invented (the demonstration county). */
  readonly invented: boolean;
  readonly layers: Readonly<Record<string, LayerReview>>;
  readonly conflicts: readonly Conflict[];
  readonly verdicts: readonly Verdict[];
  readonly notes: readonly ReviewNote[];
  /** What the inspection of the inputs says; empty where they were not inspected. */
  readonly dataQuality: readonly DataQuality[];
}

/** What the data of one input do to the trustworthiness of the verdicts. */
export interface DataQuality {
  readonly input: 'filed' | 'maintained';
  /** Id of the inspection. */
  readonly inspection: string;
  /** Of 100. */
  readonly mark: number;
  readonly maySubmit: boolean;
  /** Findings of severity 错误 and 警告, systematic causes included. */
  readonly errors: number;
  readonly warnings: number;
  readonly doubts: readonly DataDoubt[];
}

export interface DataDoubt {
  readonly layer: string;
  /** What was found in the layer and what follows from it, in Chinese. */
  readonly message: string;
  /** Rules whose verdicts rest on the layer. */
  readonly verdicts: readonly string[];
}

export interface ReviewInput {
  readonly role: 'filed' | 'maintained' | 'base' | 'targets' | 'profile' | 'filedProjects' | 'projects';
  readonly name: string;
  readonly format: string;
  readonly digest: string;
  readonly epsg?: number;
  readonly layers: readonly {
    readonly code: string;
    readonly sourceName: string;
    readonly features: number;
  }[];
}

export interface ReviewNote {
  readonly code: string;
  readonly input?: ReviewInput['role'];
  readonly layer?: string;
  readonly count?: number;
  readonly message: string;
}

export interface AreaFigures {
  readonly features: number;
  readonly area: number;
  readonly planeArea: number;
}

export interface PieceFigures {
  readonly pieces: number;
  readonly area: number;
  readonly planeArea: number;
}

/** Conservation of area through the change. */
export interface Conservation {
  /** |after − (before − out + in)| in plane m²: a geometric identity, off only by rounding. */
  readonly residual: number;
  /** The same from ellipsoid areas, m²: also contains the rounding that the area rule prescribes for every vertex. */
  readonly ellipsoidResidual: number;
  /** |WHH − (WHQ − out + in)| of the delivered change set, plane m². */
  readonly changeSetResidual: number;
  /** What the tolerance allows for `residual` and `changeSetResidual`, m². */
  readonly allowed: number;
  readonly holds: boolean;
}

export interface LayerReview {
  readonly mode: 'transfer' | 'reclassify';
  readonly title: string;
  readonly filed: AreaFigures;
  readonly maintained: AreaFigures;
  readonly unchanged: { readonly features: number };
  readonly change: {
    readonly transferIn: PieceFigures;
    readonly transferOut: PieceFigures;
    readonly reclassified: PieceFigures & { readonly matrix: readonly MatrixRow[] };
  };
  /** Pieces below the tolerance: kept apart, counted, never dropped unseen. */
  readonly noise: PieceFigures;
  readonly conservation: Conservation;
}

export interface MatrixRow extends PieceFigures {
  readonly from: string;
  readonly to: string;
}

export interface Conflict {
  readonly a: string;
  readonly b: string;
  readonly filed: PieceFigures & { readonly noise: PieceFigures };
  readonly maintained: PieceFigures & { readonly noise: PieceFigures };
}

/** 通过, 不通过, 证据不足, 不适用. */
export type Status = 'pass' | 'fail' | 'undetermined' | 'notApplicable';

export interface Basis {
  readonly document: string;
  readonly article?: string;
  readonly source: string;
  readonly confidence: Confidence;
}

export interface Parameter {
  /** Key in a targets file, behind the rule's id. */
  readonly name: string;
  /** 中文名称. */
  readonly title: string;
  readonly value: number | string;
  readonly unit: string;
  /** Of a rule's own text: what may stand in its place (`SettableParameter`). Not in a review. */
  readonly free?: FreeValue;
  readonly source: string;
  readonly confidence: Confidence;
  /** Who set it, where a region did. */
  readonly set?: ThresholdSetting;
}

/** `before`, `after` and `limit` in `unit`; null where the figure could not be had. */
export interface RuleMeasure {
  readonly before: number | null;
  readonly after: number | null;
  readonly limit: number | null;
  readonly unit: string;
}

export interface Evidence {
  readonly layer: string;
  /** BSM of the feature the piece belongs to, where it has one. */
  readonly bsm: string | null;
  readonly side: 'filed' | 'maintained' | 'change';
  /** m², national ellipsoid; 0 for a piece without area. */
  readonly area: number;
  readonly planeArea: number;
  /** What this piece is, in Chinese. */
  readonly label: string;
  /** Longitude and latitude, CGCS2000, 9 decimals (0.1 mm). */
  readonly geometry: ArealGeometry;
}

/** A table of a verdict: what an opinion quotes row by row. */
export interface VerdictTable {
  readonly title: string;
  /** `unit` '' for text; cells of a numeric column are in its unit, areas in m². */
  readonly columns: readonly { readonly title: string; readonly unit: string }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** What a reader must know of the figures, in Chinese; '' where nothing. */
  readonly note: string;
}

/** Ground of one kind in a picture of a verdict: within reach of a facility, beyond it, the facilities themselves. */
export interface PictureGround {
  readonly role: 'served' | 'unserved' | 'facility';
  /** m², national ellipsoid. */
  readonly area: number;
  /** Longitude and latitude, CGCS2000. */
  readonly geometry: ArealGeometry;
}

/** A picture of the same ground before and after the maintenance. */
export interface VerdictPicture {
  readonly title: string;
  readonly filed: readonly PictureGround[];
  readonly maintained: readonly PictureGround[];
}

export interface Verdict {
  readonly rule: string;
  readonly chapter: ChapterId;
  readonly status: Status;
  readonly title: string;
  readonly basis: readonly Basis[];
  readonly parameters: readonly Parameter[];
  readonly measure: RuleMeasure;
  /** Further figures of the rule, in Chinese, in display order. */
  readonly details: readonly { readonly label: string; readonly measure: RuleMeasure }[];
  readonly tables: readonly VerdictTable[];
  readonly pictures: readonly VerdictPicture[];
  /** Sentences in Chinese with the numbers in them, ready to be copied into an opinion. */
  readonly explanation: string;
  /** Why it could not be decided, or was not run; empty for `pass` and `fail`. */
  readonly reasons: readonly string[];
  /** Largest first. */
  readonly evidence: readonly Evidence[];
}
