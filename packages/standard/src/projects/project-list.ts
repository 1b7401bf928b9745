import type { Note } from '../layer.ts';

/** What a maintenance does with a project of the list (standards.md §5.6): 增补, 调序, 修改, 清退. */
export type ProjectOperation = 'add' | 'reschedule' | 'amend' | 'withdraw';

/** The operations as lists write them. */
export const operationWords: Readonly<Record<ProjectOperation, string>> = {
  add: '增补',
  reschedule: '调序',
  amend: '修改',
  withdraw: '清退',
};

/** One project of the list. Texts as written, areas in m²; null where the list says nothing. */
export interface ProjectRow {
  /** The sheet it stands in; '' for CSV and layers. */
  readonly sheet: string;
  /** Its row in the sheet, or its first feature in the layer, from 1. */
  readonly row: number;
  /** XMBH 项目编号. */
  readonly number: string | null;
  /** XMMC 项目名称. */
  readonly name: string | null;
  /** XMJB 项目级别: 国家, 省, 市, 县. */
  readonly level: string | null;
  /** XMLX 项目类别. */
  readonly category: string | null;
  /** JSXZ 建设性质. */
  readonly nature: string | null;
  /** JSNX 建设年限. */
  readonly years: string | null;
  /** YDGM 用地规模. */
  readonly area: number | null;
  /** XZYDGM 新增建设用地规模. */
  readonly newArea: number | null;
  /** ZGDMJ 占耕地面积. */
  readonly cultivated: number | null;
  /** ZYNMJ 占永久基本农田面积. */
  readonly farmland: number | null;
  /** ZHXMJ 占生态保护红线面积. */
  readonly redLine: number | null;
  /** XZFS 选址方式: 单独选址, or 边界外独立城镇建设用地. */
  readonly siting: string | null;
  /** YJ 依据: the document and its number. */
  readonly basis: string | null;
  /** CZ 操作; null where the project is kept as it was. */
  readonly operation: ProjectOperation | null;
  /** CZLY 操作理由. */
  readonly reason: string | null;
  /** XH 序号. */
  readonly order: number | null;
  /** BZ 备注. */
  readonly remark: string | null;
}

/** The list of key projects (重点建设项目清单) of one version of the plan. */
export interface ProjectList {
  /** File name without folders, or of a layer its name in the file. */
  readonly name: string;
  /** SHA-256 (hex) of the file; '' for a layer, whose database has a digest of its own. */
  readonly digest: string;
  readonly format: 'XLSX' | 'CSV' | 'layer';
  readonly rows: readonly ProjectRow[];
  readonly notes: readonly Note[];
}

/** How high the authority is whose project it is. */
export type ProjectLevel = 'national' | 'provincial' | 'city' | 'county';

const levels: Readonly<Record<string, ProjectLevel>> = {
  国家: 'national',
  国: 'national',
  省: 'provincial',
  市: 'city',
  县: 'county',
};

/** 国家级, 省, 市级重点 …; undefined where the text is none of the four levels. */
export function projectLevel(text: string | null): ProjectLevel | undefined {
  const [, word] = /^(国家|国|省|市|县)级?(?:重点|重大)?(?:建设)?(?:项目)?$/.exec(text?.trim() ?? '') ?? [];
  return word === undefined ? undefined : levels[word];
}

/** How a project got its place. */
export type ProjectSiting = 'separate' | 'independentUrban';

/** 单独选址 or (边界外)独立城镇建设用地; undefined where the text is neither, or both. */
export function projectSiting(text: string | null): ProjectSiting | undefined {
  const separate = /单独选址/.test(text ?? '');
  const urban = /独立城镇建设用地/.test(text ?? '');
  if (separate === urban) return undefined;
  return separate ? 'separate' : 'independentUrban';
}
