import { categoryTitles, type Finding, type Inspection } from '@tuheng/inspection';
import { placePoint } from './inspection/place-point.ts';
import { ruleStatusWords, severityWords } from './words.ts';

/** A sheet of a workbook as plain data; a writer of workbooks takes it as it is. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    readonly width: number;
    readonly kind: 'text' | 'number' | 'integer' | 'degrees';
  }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What a sheet of Excel holds, less the head. */
const MOST_ROWS = 1_048_575;

const text = (title: string, width: number) => ({ title, width, kind: 'text' as const });
const number = (title: string, width = 14) => ({ title, width, kind: 'number' as const });
const integer = (title: string, width = 10) => ({ title, width, kind: 'integer' as const });
const degrees = (title: string) => ({ title, width: 16, kind: 'degrees' as const });

/** The sheets of findings.xlsx: by category, by rule, every finding with the place of its fault, and the causes behind whole layers. */
export function findingSheets(inspection: Inspection): Sheet[] {
  return [
    summarySheet(inspection),
    ruleSheet(inspection),
    ...findingRows(inspection.findings),
    causeSheet(inspection),
  ];
}

function summarySheet({ summary }: Inspection): Sheet {
  const verdict = summary.maySubmit ? '可以提交' : '不能提交';
  return {
    name: '汇总',
    columns: [
      text('类别', 14),
      ...['规则', '通过', '不通过', '未执行', '问题'].map((title) => integer(title)),
      integer('得分'),
      text('说明', 60),
    ],
    rows: [
      ...summary.categories.map(({ title, rules, passed, failed, notRun, findings, mark }) => [
        title,
        rules,
        passed,
        failed,
        notRun,
        findings,
        mark,
        '',
      ]),
      ['合计', null, null, null, null, null, summary.mark, `${verdict}；扣分权重未核实`],
      ...summary.obstacles.map((obstacle) => [
        '不能提交的原因',
        null,
        null,
        null,
        null,
        null,
        null,
        obstacle,
      ]),
    ],
  };
}

function ruleSheet({ rules }: Inspection): Sheet {
  return {
    name: '规则',
    columns: [
      text('规则', 8),
      text('类别', 12),
      text('级别', 8),
      text('名称', 28),
      text('结果', 10),
      integer('问题'),
      text('未执行的原因', 80),
    ],
    rows: rules.map(({ rule, category, severity, title, status, findings, reason }) => [
      rule,
      categoryTitles[category],
      severityWords[severity].word,
      title,
      ruleStatusWords[status].word,
      findings,
      reason ?? null,
    ]),
  };
}

/** All findings, on as many sheets as they need. */
function findingRows(findings: readonly Finding[]): Sheet[] {
  const columns = [
    text('规则', 8),
    text('级别', 8),
    text('数据库', 24),
    text('图层', 14),
    text('BSM', 20),
    integer('行号'),
    text('字段', 12),
    text('说明', 60),
    number('面积（m²）'),
    number('量值'),
    text('单位', 6),
    text('建议', 40),
    degrees('经度'),
    degrees('纬度'),
  ];
  const sheets: Sheet[] = [];
  for (let from = 0; from === 0 || from < findings.length; from += MOST_ROWS) {
    sheets.push({
      name: from === 0 ? '问题' : `问题（${sheets.length + 1}）`,
      columns,
      rows: findings.slice(from, from + MOST_ROWS).map(findingRow),
    });
  }
  return sheets;
}

function findingRow(finding: Finding): (string | number | null)[] {
  const {
    rule,
    severity,
    database,
    layer,
    bsm,
    row,
    attribute,
    message,
    area,
    measure,
    suggestion,
    geometry,
  } = finding;
  const [longitude, latitude] = geometry ? placePoint(geometry) : [null, null];
  return [
    rule,
    severityWords[severity].word,
    database,
    layer,
    bsm,
    row,
    attribute ?? null,
    message,
    area ?? null,
    measure?.value ?? null,
    measure?.unit ?? null,
    suggestion,
    longitude,
    latitude,
  ];
}

function causeSheet({ systematic }: Inspection): Sheet {
  return {
    name: '系统性原因',
    columns: [
      text('原因', 26),
      text('规则', 8),
      text('级别', 8),
      text('数据库', 24),
      text('图层', 14),
      text('字段', 12),
      integer('要素数'),
      text('说明', 80),
      text('建议', 40),
      text('例', 40),
    ],
    rows: systematic.map(
      ({ cause, rule, severity, database, layer, attribute, count, message, suggestion, examples }) => [
        cause,
        rule,
        severityWords[severity].word,
        database,
        layer,
        attribute ?? null,
        count,
        message,
        suggestion,
        examples.map(({ row, bsm }) => `第 ${row} 行${bsm ? `（${bsm}）` : ''}`).join('、'),
      ],
    ),
  };
}
