import type { DeliveredFile, Delivery } from '@tuheng/standard';
import type { InspectionRule, RuleFinding } from '../rule.ts';

/**
 * C-01: a package has its five parts, each with at least one file of its format, and every file can be read. A part is a folder that
 * bears its name, with or without a number before it (the numbers were seen, not read in the requirement); where there is no such folder,
 * files with the name of the part in their own do. Databases are looked at by their content, whatever their format: C-02 speaks of that.
 */
export const packageComplete: InspectionRule = {
  id: 'C-01',
  category: 'completeness',
  severity: 'error',
  title: '成果包完整',
  description: '成果包包含规划文本、栅格图件、规划表格、矢量数据、数据说明文档，格式符合要求，文件都能读取。',
  basis: [
    {
      document: '《市级国土空间总体规划成果数据汇交要求》（征求意见稿）',
      source: 'standards.md §2.7 [GTR1]',
      confidence: 'found',
    },
  ],
  parameters: [
    {
      name: 'parts',
      title: '必备部分与格式（首个为规定格式，其余接受并提示）',
      value: [
        '规划文本=pdf',
        '栅格图件=jpg|jpeg',
        '规划表格=mdb|xlsx',
        '矢量数据=gdb|gpkg',
        '数据说明文档=pdf',
      ],
      unit: '',
      source: 'standards.md §2.7 [GTR1]',
      confidence: 'found',
    },
    {
      name: 'folders',
      title: '文件夹名称（编号为推定，不据以判定）',
      value: ['1规划文本', '2栅格图件', '3规划表格', '4矢量数据', '5数据说明文档'],
      unit: '',
      source: 'standards.md §2.7 [ZJ1]：见过 4矢量数据，其余按顺序推定',
      confidence: 'derived',
    },
  ],
  requires: [],
  noSubject: '交付的是数据库，不是成果包。',
  subjects: ({ delivery }) => (delivery.files ? [{ name: delivery.name, layers: [] }] : []),
  inspect(_, context) {
    const { delivery } = context;
    const folders = context.list('C-01', 'folders');
    const parts = context.list('C-01', 'parts').flatMap((text) => {
      const [title = '', formats = ''] = text.split('=');
      return missingPart(delivery, title, formats.split('|'), folders);
    });
    return { findings: [...parts, ...unreadable(delivery)] };
  },
};

const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

function missingPart(
  delivery: Delivery,
  title: string,
  formats: readonly string[],
  folders: readonly string[],
): RuleFinding[] {
  const files = filesOf(delivery.files!, title);
  const [wanted = '', ...accepted] = formats;
  const folder = folders.find((name) => name.endsWith(title)) ?? title;
  if (files.length === 0) {
    return [
      {
        object: title,
        message: `缺少${title}。`,
        suggestion: `补上${title}（${wanted}），放在 ${folder} 文件夹。`,
      },
    ];
  }
  const found = (format: string) => files.some(({ path }) => extensionOf(path) === format);
  if (found(wanted)) return [];
  const other = accepted.find(found);
  if (other === undefined) {
    return [
      {
        object: title,
        message: `${title}里没有 ${wanted} 文件。`,
        suggestion: `补上 ${wanted} 格式的${title}。`,
      },
    ];
  }
  const isSame = other === 'jpeg' || delivery.databases.some(({ path }) => extensionOf(path) === other);
  if (isSame) return [];
  return [
    {
      object: title,
      severity: 'info',
      message: `${title}是 ${other} 文件，规定的格式是 ${wanted}。`,
      suggestion: `汇交前转换为 ${wanted}。`,
    },
  ];
}

/** Files in the folder of a part; without the folder, those that bear its name. */
function filesOf(files: readonly DeliveredFile[], title: string): DeliveredFile[] {
  const isFolder = (name: string) =>
    name.endsWith(title) && /^\d*[\s._-]*$/.test(name.slice(0, -title.length));
  const inside = files.filter(({ path }) => path.split('/').slice(0, -1).some(isFolder));
  return inside.length > 0
    ? inside
    : files.filter(({ path }) => path.slice(path.lastIndexOf('/') + 1).includes(title));
}

function unreadable({ files = [], databases }: Delivery): RuleFinding[] {
  const broken = new Map(
    databases.flatMap(({ path, failure }) => (failure ? [[path, failure.message]] : [])),
  );
  for (const { path, unreadable: reason } of files) {
    if (reason !== undefined && !broken.has(path)) broken.set(path, `${reason}。`);
  }
  return [...broken].map(([path, reason]) => ({
    object: path,
    message: `不能读取：${reason}`,
    suggestion: '重新导出或重新拷贝这个文件。',
  }));
}
