import { type DeliveredDatabase, type Delivery, parseDeliveryName } from '@tuheng/standard';
import { countyCodeOf, mostFrequent } from '../county-code.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';

/** A name that was delivered, with the pattern it has to follow. */
interface Name {
  readonly name: string;
  readonly object: string;
  /** The code it begins with. */
  readonly adcode: string | undefined;
  /** Digits of the code that count: 4 for the name of a city's plan, whose features carry the codes of its counties. */
  readonly digits: number;
  readonly fault: string | undefined;
  readonly suggestion: string;
}

/** Files of the parts of a package whose names the requirement gives. */
const documents: readonly {
  readonly part: string;
  readonly extension: RegExp;
  readonly pattern: RegExp;
  readonly form: string;
}[] = [
  {
    part: '规划文本',
    extension: /\.pdf$/i,
    pattern: /^\d{6}\D.*\.pdf$/i,
    form: '行政区代码（6 位）+ 行政区名称 + 文件名称.pdf',
  },
  {
    part: '栅格图件',
    extension: /\.jpe?g$/i,
    pattern: /^\d{6}\D+\d{2}\D.*\.jpe?g$/i,
    form: '行政区代码 + 行政区名称 + 2 位序号 + 图件名称.jpg',
  },
  {
    part: '规划表格',
    extension: /\.(mdb|xlsx)$/i,
    pattern: /^\d{6}\D+国土空间(总体)?规划表格\.(mdb|xlsx)$/i,
    form: '行政区代码 + 行政区名称 + 国土空间规划表格.mdb',
  },
];

/**
 * C-02: databases and the files of a package are named as the requirements say, databases are FileGDBs (.gdb), and the county's code in
 * all names is the same: that of XZQDM in most features, or where no layer tells, that of most names. One finding a name.
 */
export const names: InspectionRule = {
  id: 'C-02',
  category: 'completeness',
  severity: 'error',
  title: '名称符合规定',
  description: '数据库和文件的名称符合规定的格式，数据库是 .gdb，名称中的行政区代码与数据一致。',
  basis: [
    {
      document: '《市级国土空间总体规划成果数据汇交要求》（征求意见稿）',
      source: 'standards.md §2.7 [GTR1]',
      confidence: 'found',
    },
    { document: '动态维护数据库名称', source: 'standards.md §2.2 [GHBOX]', confidence: 'found' },
  ],
  parameters: [],
  requires: [],
  noSubject: '没有数据库，也没有文件。',
  subjects: ({ delivery }) =>
    delivery.databases.length > 0 || delivery.files ? [{ name: delivery.name, layers: [] }] : [],
  inspect(_, context) {
    const { delivery } = context;
    const all = [
      ...delivery.databases.map(databaseName),
      ...documentNames(delivery),
      ...packageName(delivery),
    ];
    const code = expectedCode(context, all);
    return { findings: all.flatMap((name) => judge(name, code)) };
  },
};

function judge({ object, adcode, digits, fault, suggestion }: Name, code: string | undefined): RuleFinding[] {
  if (fault !== undefined) return [{ object, message: fault, suggestion }];
  if (code === undefined || adcode === undefined || adcode.slice(0, digits) === code.slice(0, digits))
    return [];
  return [
    {
      object,
      message: `名称中的行政区代码是 ${adcode}，数据的行政区代码是 ${code}。`,
      suggestion: '核对行政区代码，改正名称或数据。',
    },
  ];
}

function databaseName({ name, path, format }: DeliveredDatabase): Name {
  const bare = name.replace(/\.(gpkg|geojson|json|shp|zip)$/i, '');
  const parsed = parseDeliveryName(/\.gdb$/i.test(bare) ? bare : `${bare}.gdb`);
  const isGdb = format === 'FileGDB' || format === 'memory';
  const fault = isGdb
    ? parsed
      ? undefined
      : '数据库的名称不符合规定的格式。'
    : `数据库是 ${format}，规定的格式是 FileGDB（.gdb）。`;
  return {
    name,
    object: path,
    adcode: parsed?.adcode ?? /^\d{6}/.exec(name)?.[0],
    digits: parsed?.level === '市级' ? 4 : 6,
    fault,
    suggestion:
      '按“行政区代码（6 位）+ 行政区名称 + 县级国土空间总体规划矢量数据.gdb”或“…年度县级国土空间总体规划动态维护.gdb”命名。',
  };
}

function documentNames({ files = [] }: Delivery): Name[] {
  return files.flatMap(({ path }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const folders = path.split('/').slice(0, -1);
    const rule = documents.find(
      ({ part, extension }) => extension.test(name) && folders.some((folder) => folder.endsWith(part)),
    );
    if (!rule) return [];
    return [
      {
        name,
        object: path,
        adcode: /^\d{6}/.exec(name)?.[0],
        digits: 6,
        fault: rule.pattern.test(name) ? undefined : `${rule.part}的文件名不符合规定的格式。`,
        suggestion: `按“${rule.form}”命名。`,
      },
    ];
  });
}

/** No source prescribes the name of the package; where it begins with a code, that has to be the county's. */
function packageName({ name, files }: Delivery): Name[] {
  const adcode = files && /^\d{6}(?!\d)/.exec(name)?.[0];
  return adcode ? [{ name, object: name, adcode, digits: 6, fault: undefined, suggestion: '' }] : [];
}

function expectedCode(context: InspectionContext, all: readonly Name[]): string | undefined {
  const counts = new Map<string, number>();
  for (const database of context.delivery.databases) {
    const code = countyCodeOf(database, context.layers);
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (counts.size === 0) {
    for (const { adcode } of all) if (adcode) counts.set(adcode, (counts.get(adcode) ?? 0) + 1);
  }
  return mostFrequent(counts);
}
