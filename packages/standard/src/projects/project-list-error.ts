/** A list of key projects that cannot be read. `message` is a Chinese sentence: file, sheet, row, what, what to do. */
export class ProjectListError extends Error {
  override readonly name = 'ProjectListError';
  readonly code:
    | 'projects.unreadable'
    | 'projects.no-header'
    | 'projects.duplicate-column'
    | 'projects.unknown-unit'
    | 'projects.not-a-number'
    | 'projects.unknown-operation';
  readonly file: string;
  readonly sheet: string;
  /** From 1; undefined where the whole sheet is meant. */
  readonly row: number | undefined;

  constructor(
    code: ProjectListError['code'],
    where: { readonly file: string; readonly sheet?: string; readonly row?: number },
    what: string,
    advice: string,
  ) {
    const { file, sheet = '', row } = where;
    const place = [
      `重点建设项目清单 ${file}`,
      ...(sheet === '' ? [] : [`工作表“${sheet}”`]),
      ...(row === undefined ? [] : [`第 ${row} 行`]),
    ];
    super(`${place.join(' ')}：${what}。${advice}。`);
    this.code = code;
    this.file = file;
    this.sheet = sheet;
    this.row = row;
  }
}
