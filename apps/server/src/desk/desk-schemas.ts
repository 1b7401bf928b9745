import { type Static, Type } from 'typebox';
import { nullable } from '../http/answers.ts';
import type { inspected } from './desk-files.ts';
import { SideName } from './side-place.ts';

const Box = Type.Array(Type.Number(), {
  minItems: 4,
  maxItems: 4,
  description: '西、南、东、北，度（CGCS2000）',
});
const Area = Type.Number({ description: '椭球面积，平方米' });
const Figure = nullable(Type.Number());
const Measure = Type.Object({ before: Figure, after: Figure, limit: Figure, unit: Type.String() });
const Named = Type.Object({ code: Type.String(), name: nullable(Type.String()) });
const Sourced = { source: Type.String(), confidence: Type.String({ description: '可信程度' }) };

export const SideDocument = Type.Object({
  side: SideName,
  title: Type.String(),
  version: nullable(Type.Object({ plan: Type.String(), number: Type.Integer() })),
});

/** Properties of a piece of evidence. */
const Piece = Type.Object({
  n: Type.Integer({ description: '在该判定的证据中的次序，从 0 起' }),
  layer: Type.String(),
  bsm: nullable(Type.String()),
  side: Type.Union([Type.Literal('filed'), Type.Literal('maintained'), Type.Literal('change')]),
  area: Area,
  planeArea: Type.Number({ description: '平面面积，平方米' }),
  label: Type.String(),
  box: nullable(Box),
});

/** As `review.json`, whose schema is packages/maintenance/review.schema.json, but for the evidence. */
export const ReviewDocument = Type.Object({
  schema: Type.String(),
  id: Type.String(),
  inputs: Type.Array(Type.Unknown()),
  crs: Type.Object({ epsg: Type.Integer(), name: Type.String() }),
  ruleBook: Type.Object({
    version: Type.String(),
    digest: Type.String(),
    profiles: Type.Array(Type.String(), {
      description: '由国家基础规则到最近的地方细则，以及设定了阈值的行政区',
    }),
  }),
  tolerance: Type.Unknown(),
  invented: Type.Boolean({ description: '演示数据' }),
  layers: Type.Record(Type.String(), Type.Unknown(), { description: '各图层的变更数字' }),
  conflicts: Type.Array(Type.Unknown()),
  verdicts: Type.Array(
    Type.Object({
      rule: Type.String(),
      chapter: Type.String({ description: '所属章节' }),
      status: Type.Union(
        (['pass', 'fail', 'undetermined', 'notApplicable'] as const).map((status) => Type.Literal(status)),
      ),
      title: Type.String(),
      basis: Type.Array(
        Type.Object({ document: Type.String(), article: Type.Optional(Type.String()), ...Sourced }),
      ),
      parameters: Type.Array(
        Type.Object({
          name: Type.String(),
          title: Type.String(),
          value: Type.Union([Type.Number(), Type.String()]),
          unit: Type.String(),
          ...Sourced,
        }),
      ),
      measure: Measure,
      details: Type.Array(Type.Object({ label: Type.String(), measure: Measure })),
      tables: Type.Array(
        Type.Object({
          title: Type.String(),
          columns: Type.Array(
            Type.Object({ title: Type.String(), unit: Type.String({ description: '文字列为空；面积 m²' }) }),
          ),
          rows: Type.Array(Type.Array(nullable(Type.Union([Type.Number(), Type.String()])))),
          note: Type.String({ description: '读数时要知道的；没有时为空' }),
        }),
        { description: '供意见引用的表' },
      ),
      pictures: Type.Integer({ description: '前后对照图的个数；图另取' }),
      explanation: Type.String(),
      reasons: Type.Array(Type.String()),
      pieces: Type.Integer({ description: '证据图斑个数' }),
      evidence: Type.Array(Piece, { description: '最大的 200 个图斑；图形和其余的另取' }),
    }),
  ),
  notes: Type.Array(Type.Unknown()),
  dataQuality: Type.Array(Type.Unknown()),
});

export const Page = {
  offset: Type.Integer({ minimum: 0, default: 0 }),
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
};

/** RFC 7946. */
const collectionOf = <S extends Parameters<typeof Type.Object>[0][string]>(properties: S) =>
  Type.Object({
    type: Type.Literal('FeatureCollection'),
    numberMatched: Type.Integer({ description: '符合条件的个数' }),
    numberReturned: Type.Integer({ description: '这一页的个数' }),
    features: Type.Array(
      Type.Object({
        type: Type.Literal('Feature'),
        id: Type.Integer(),
        geometry: nullable(Type.Object({ type: Type.String(), coordinates: Type.Array(Type.Unknown()) })),
        properties,
      }),
    ),
  });

const PictureGround = Type.Object({
  role: Type.Union(
    (['served', 'unserved', 'facility'] as const).map((role) => Type.Literal(role)),
    { description: '服务范围内、服务范围外、设施' },
  ),
  area: Area,
  geometry: Type.Object({
    type: Type.Union([Type.Literal('Polygon'), Type.Literal('MultiPolygon')]),
    coordinates: Type.Array(Type.Unknown()),
  }),
});
/** The same ground before and after, CGCS2000 longitude and latitude. */
export const Pictures = Type.Array(
  Type.Object({
    title: Type.String(),
    filed: Type.Array(PictureGround),
    maintained: Type.Array(PictureGround),
  }),
);

export const EvidenceCollection = collectionOf(Piece);

export const ChangeDocument = Type.Object({
  total: Type.Integer({ description: '符合条件的个数' }),
  totals: Type.Array(
    Type.Object({ layer: Type.String(), type: Type.String(), pieces: Type.Integer(), area: Area }),
    { description: '各图层、各维护类型的合计，不受条件影响' },
  ),
  rows: Type.Array(
    Type.Object({
      id: Type.Integer({ description: '在 sides/change 的图层中的要素编号' }),
      layer: Type.String({ description: '图层代码' }),
      type: Type.String({ description: 'WHLX：1 调入，2 属性变更，3 调出' }),
      whbh: nullable(Type.String({ description: '维护编号' })),
      bsm: nullable(Type.String({ description: '所在要素的标识码' })),
      from: nullable(Named),
      to: nullable(Named),
      area: Area,
      township: nullable(Named),
      box: nullable(Box),
    }),
  ),
});

const Severity = Type.Union(
  (['error', 'warning', 'info'] as const).map((severity) => Type.Literal(severity)),
  { description: '错误、警告、提示' },
);
const Count = Type.Integer();

/** As `inspection.json`, whose schema is packages/inspection/inspection.schema.json, but for the findings. */
export const InspectionDocument = Type.Object({
  schema: Type.String(),
  id: Type.String(),
  inputs: Type.Array(Type.Unknown()),
  ruleBook: Type.Unknown(),
  tolerance: Type.Unknown(),
  invented: Type.Boolean({ description: '演示数据' }),
  summary: Type.Object({
    categories: Type.Array(
      Type.Object({
        category: Type.String(),
        title: Type.String(),
        rules: Count,
        passed: Count,
        failed: Count,
        notRun: Count,
        findings: Count,
        mark: nullable(Type.Number()),
      }),
    ),
    mark: Type.Number({ description: '满分 100' }),
    deductions: Type.Unknown(),
    maySubmit: Type.Boolean(),
    obstacles: Type.Array(Type.String()),
  }),
  rules: Type.Array(
    Type.Object({
      rule: Type.String(),
      category: Type.String(),
      severity: Severity,
      title: Type.String(),
      status: Type.Union((['passed', 'failed', 'notRun'] as const).map((status) => Type.Literal(status))),
      gravest: Type.Optional(Severity),
      findings: Count,
      reason: Type.Optional(Type.String()),
      cause: Type.Optional(Type.String()),
      subjects: Type.Array(Type.Unknown()),
      basis: Type.Array(Type.Unknown()),
      parameters: Type.Array(Type.Unknown()),
    }),
  ),
  systematic: Type.Array(Type.Unknown(), { description: '成片的同一原因' }),
  findings: Type.Integer({ description: '问题个数' }),
  found: Type.Array(
    Type.Object({ rule: Type.String(), severity: Severity, layer: Type.String(), findings: Count }),
  ),
});

export const FindingCollection = collectionOf(
  Type.Object({
    n: Type.Integer({ description: '在全部问题中的次序，从 0 起' }),
    rule: Type.String(),
    severity: Severity,
    database: nullable(Type.String()),
    layer: Type.String(),
    bsm: nullable(Type.String()),
    row: nullable(Type.Integer({ description: '从 1 起，按文件中的次序' })),
    others: Type.Optional(Type.Array(Type.Unknown())),
    attribute: Type.Optional(Type.String()),
    message: Type.String(),
    area: Type.Optional(Type.Number({ description: '平方米' })),
    measure: Type.Optional(Type.Object({ value: Type.Number(), unit: Type.String() })),
    suggestion: Type.String(),
  }),
);

/** Which inspection of a job; by default that of an inspection's delivery, or of a review's maintained database. */
export const InspectedSide = Type.Optional(
  Type.Unsafe<Static<typeof SideName> & (typeof inspected)[number]>({
    type: 'string',
    enum: ['filed', 'maintained'],
    description: '审查任务的哪一方；不写时为维护后数据库',
  }),
);
export { Severity };
