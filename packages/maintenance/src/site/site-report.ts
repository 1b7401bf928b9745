import type { ArealGeometry } from '@tuheng/geometry';
import type { Note, SchemeYear, SiteFormat, SiteParcel, Tolerance } from '@tuheng/standard';
import type { Basis, Parameter, PieceFigures, Status } from '../review.ts';
import type { LayerRole } from './layer-role.ts';

/**
 * What a plan says of a site: which layers it touches, where and how much, and a verdict for every question. Plain data: the same
 * inputs give the same bytes. Areas in m² with 2 decimals, `area` the national ellipsoid area along the plan's path, `planeArea` that
 * in the Gauss–Krüger plane. Consumers show hectares and 亩 (1 公顷 = 15 亩).
 */
export interface SiteReport {
  readonly schema: 'tuheng.site/1';
  /** SHA-256 (hex) of everything below. */
  readonly id: string;
  readonly site: SiteFigures;
  readonly purpose: SitePurpose;
  readonly inputs: readonly SiteInput[];
  /** The coordinate system by whose rule areas are computed. */
  readonly crs: { readonly epsg: number; readonly name: string };
  /** The edition of the land-use codes in the plan's layers; null where nobody said. */
  readonly planLandUseYear: SchemeYear | null;
  readonly questionBook: { readonly version: string; readonly digest: string };
  readonly tolerance: Tolerance;
  /** Layers of the plan that the site touches, in the order of the standard; those it does not touch have a row without features. */
  readonly layers: readonly SiteLayer[];
  /** Layers that the plan does not have. */
  readonly absent: readonly Pick<SiteLayer, 'code' | 'title' | 'role'>[];
  readonly verdicts: readonly SiteVerdict[];
  /** The ten kinds of limited human activity, where the site touches the ecological red line; empty else. */
  readonly limitedActivities: readonly SiteActivity[];
  readonly notes: readonly SiteNote[];
}

/** Something the reader assumed or the computation did. */
export interface SiteNote extends Note {
  readonly input: 'site' | 'plan';
}

export interface SiteInput {
  readonly role: 'site' | 'plan' | 'base';
  readonly name: string;
  readonly digest: string;
}

export interface SiteFigures {
  readonly name: string;
  readonly format: SiteFormat;
  readonly crs: { readonly epsg: number; readonly name: string };
  readonly parcels: readonly SiteParcel[];
  /** Connected parts after parcels that touch were joined. */
  readonly parts: number;
  readonly area: number;
  readonly planeArea: number;
  /** West, south, east, north in degrees, 9 decimals. */
  readonly box: readonly [number, number, number, number];
}

/** What the site is to be for. Each item may be missing; questions that need it are undetermined then. */
export interface SitePurpose {
  /** 用地用海分类 with its edition: a code means nothing without it. */
  readonly landUse?: { readonly code: string; readonly year: SchemeYear };
  /** For classes that towns and villages both have (08, 09, 1001 …). */
  readonly settlement?: 'town' | 'village';
  /** Whether it is independent urban land with siting needs of its own (有特定选址要求的独立城镇建设用地). */
  readonly independentSiting?: boolean;
  /** Which of the ten kinds of limited human activity in the ecological red line it claims to be, 1 … 10. */
  readonly limitedActivity?: number;
}

export interface SiteLayer {
  readonly code: string;
  /** 中文名称. */
  readonly title: string;
  readonly role: LayerRole;
  /** Ground that the site shares with the layer, beyond noise. Features that overlap each other count twice here, not in `outside`. */
  readonly inside: PieceFigures & { readonly share: number };
  /** Ground of the site under no feature of the layer, beyond noise. */
  readonly outside: PieceFigures & { readonly share: number };
  /** Shared pieces below the tolerance: no touching, but told. */
  readonly noise: PieceFigures;
  /** Features touched beyond noise. */
  readonly touched: number;
  /** Largest share first; of a very large site not all that it touches, the others count in `touched`, `inside` and `classes`. */
  readonly features: readonly SiteFeature[];
  /** All that is touched by class, largest first; empty where the layer has no classes. */
  readonly classes: readonly SiteClassTotal[];
  /** Of layers whose outside matters (control lines, the county): where the site lies outside. */
  readonly outsideGeometry: ArealGeometry | null;
}

/** A class of one of the standard's code lists; the list, and for land use its edition, always goes with the code. */
export interface SiteClass {
  readonly list: 'zone' | 'survey' | 'landUse';
  /** Only of `landUse`; null where the edition is not known: the name is the file's own then. */
  readonly year: SchemeYear | null;
  readonly code: string;
  readonly name: string | null;
  /** Of `zone`: told by its number alone, which is less sure than a name. */
  readonly byNumber?: true;
}

export interface SiteFeature {
  readonly bsm: string | null;
  /** 红线名称, 开发区名称, 行政区名称. */
  readonly name: string | null;
  readonly class: SiteClass | null;
  /** Control demanded inside (GKYQ, GKCS), as the plan's record says. */
  readonly demand: string | null;
  /** Part of the nature reserve it lies in (ZRBHDFQ), of the ecological red line, as the plan's record says. */
  readonly part: string | null;
  readonly pieces: number;
  readonly area: number;
  readonly planeArea: number;
  /** Of the site, 0 … 1, 6 decimals. */
  readonly share: number;
  /** The shared ground, longitude and latitude, CGCS2000, 9 decimals; null where geometry was not asked for. */
  readonly geometry: ArealGeometry | null;
}

export interface SiteClassTotal {
  readonly class: SiteClass;
  readonly features: number;
  readonly area: number;
  readonly planeArea: number;
  readonly share: number;
}

/** One of the ten kinds of limited human activity in the ecological red line (自然资发〔2022〕142号), and whether it could be this site's. */
export interface SiteActivity {
  /** 1 … 10. */
  readonly kind: number;
  /** Abridged: to find the kind by, not to be quoted. */
  readonly title: string;
  /** False where something known excludes it; true says only that nothing does. */
  readonly possible: boolean;
  /** In Chinese. */
  readonly reason: string;
}

/** Areas of a question, m²; null where the figure could not be had. */
export interface SiteMeasure {
  readonly inside: number | null;
  readonly outside: number | null;
  readonly unit: 'm²';
}

export interface SiteVerdict {
  /** Id of the question. */
  readonly question: string;
  readonly status: Status;
  readonly title: string;
  readonly basis: readonly Basis[];
  /** What was assumed and is not verified, if anything. */
  readonly parameters: readonly Parameter[];
  readonly measure: SiteMeasure;
  /** Sentences in Chinese with the numbers in them, ready to be copied into an opinion. */
  readonly explanation: string;
  /** Why it could not be decided, in Chinese; only for `undetermined`. */
  readonly reasons: readonly string[];
  /** Codes of the layers whose pieces (`layers[].features`) are the evidence. */
  readonly evidence: readonly string[];
}
