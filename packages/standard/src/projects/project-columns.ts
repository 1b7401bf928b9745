import type { ProjectRow } from './project-list.ts';

export type ProjectColumnKey = Exclude<keyof ProjectRow, 'sheet' | 'row'>;

/** A column of the list: its field in the layer ZDJSXM, and the titles under which tables carry it. */
export interface ProjectColumn {
  readonly key: ProjectColumnKey;
  readonly field: string;
  /** 中文名称. */
  readonly title: string;
  readonly aliases: readonly string[];
  readonly kind: 'text' | 'area' | 'integer' | 'operation';
}

const column = (
  key: ProjectColumnKey,
  field: string,
  title: string,
  kind: ProjectColumn['kind'],
  ...aliases: readonly string[]
): ProjectColumn => ({ key, field, title, aliases, kind });

/**
 * All columns, in the order in which lists are written. No source gives the titles (standards.md §5.6 names a minimum row, as a suggestion):
 * they and the aliases are ours.
 */
export const projectColumns: readonly ProjectColumn[] = [
  column('order', 'XH', '序号', 'integer', '排序', '次序'),
  column('number', 'XMBH', '项目编号', 'text', '编号', '项目代码', '项目编码'),
  column('name', 'XMMC', '项目名称', 'text', '名称', '建设项目名称', '重点建设项目名称'),
  column('level', 'XMJB', '项目级别', 'text', '级别', '项目层级', '重点级别'),
  column('category', 'XMLX', '项目类别', 'text', '类别', '项目类型', '类型', '行业类别'),
  column('nature', 'JSXZ', '建设性质', 'text', '性质', '项目性质'),
  column('years', 'JSNX', '建设年限', 'text', '建设时序', '实施时序', '建设起止年限', '建设期限', '建设年份'),
  column('area', 'YDGM', '用地规模', 'area', '用地面积', '总用地规模', '总用地面积', '总规模', '占地面积'),
  column(
    'newArea',
    'XZYDGM',
    '新增建设用地规模',
    'area',
    '新增',
    '新增用地规模',
    '新增建设用地',
    '新增建设用地面积',
  ),
  column('cultivated', 'ZGDMJ', '占耕地面积', 'area', '占耕地', '占用耕地', '占用耕地面积', '耕地'),
  column(
    'farmland',
    'ZYNMJ',
    '占永久基本农田面积',
    'area',
    ...['占永农', '占永久基本农田', '占用永久基本农田', '占用永久基本农田面积', '占永农面积', '永久基本农田'],
  ),
  column(
    'redLine',
    'ZHXMJ',
    '占生态保护红线面积',
    'area',
    ...['占红线', '占生态保护红线', '占用生态保护红线', '占用生态保护红线面积', '占红线面积', '生态保护红线'],
  ),
  column('siting', 'XZFS', '选址方式', 'text', '选址类型', '用地方式'),
  column('basis', 'YJ', '依据', 'text', '依据(批文)', '批文', '批准文件', '立项依据', '项目依据', '批复文号'),
  column('operation', 'CZ', '操作', 'operation', '操作类型', '维护操作', '维护类型', '维护方式'),
  column('reason', 'CZLY', '操作理由', 'text', '理由', '维护理由', '调整理由'),
  column('remark', 'BZ', '备注', 'text', '说明'),
];

/** The title of a column. */
export function projectTitle(key: ProjectColumnKey): string {
  return projectColumns.find((one) => one.key === key)!.title;
}
