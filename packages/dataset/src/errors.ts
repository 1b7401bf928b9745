import { printable } from './printable.ts';

/** What happened and what to do, by code. The codes are stable: commands, APIs and tests rely on them. */
const errorTable = {
  'dataset.not-found': ['没有这个文件或文件夹', '请检查路径是否写对'],
  'dataset.unsupported-format': [
    '不是可以读取的格式',
    '请提供 FileGDB（.gdb 文件夹或其 zip 压缩包）、GeoPackage、Shapefile 文件夹或 GeoJSON',
  ],
  'dataset.ambiguous': ['里面有不止一个数据库，无法确定读取哪一个', '请只保留一个，或直接指定其中一个'],
  'dataset.not-a-zip': ['不是 zip 压缩包，只是扩展名为 .zip', '请重新压缩为 zip，或提供未压缩的数据'],
  'dataset.encrypted': ['压缩包已加密', '请解密后重新压缩，不设密码'],
  'dataset.path-traversal': [
    '压缩包内的文件指向包外，可能有害',
    '请勿使用这个文件，向提供方索取正常打包的数据',
  ],
  'dataset.zip-bomb': ['压缩包解开后的大小超出限制，可能有害', '确认来源可靠后，请自行解压再读取'],
  'dataset.unreadable': [
    '数据损坏或不完整，不能完整读出',
    '请重新拷贝或向提供方重新索取；能在 GIS 软件中打开的，请重新导出',
  ],
  'dataset.in-use': ['数据库正被其他软件打开，有未写入的修改', '请关闭打开它的软件后重试'],
  'dataset.no-known-layer': [
    '没有找到标准中的任何图层',
    '请检查图层名称是否符合数据库标准（如 CZKFBJ、STBHHX、YJJBNTBHTB）',
  ],
  'dataset.duplicate-layer': ['有两个图层对应标准中的同一图层，无法确定用哪一个', '请删除或改名其中一个'],
  'dataset.unknown-crs': ['没有声明坐标系', '请在数据中定义坐标系（EPSG:4490 或 EPSG:4513–4554）'],
  'dataset.wrong-crs': [
    '声明的坐标系不是 CGCS2000 地理坐标系，也不是它的 3 度带高斯-克吕格投影',
    '请转换到 CGCS2000（EPSG:4490 或 EPSG:4513–4554）',
  ],
  'dataset.not-finite': ['有坐标不是有效数字', '请在 GIS 软件中修复这些图形后重新导出'],
  'dataset.swapped-axes': ['X、Y 坐标互换了', '请对调 X、Y 后重新导出'],
  'dataset.zone-prefix-missing': [
    '声明的坐标系东坐标带有带号，但坐标没有带号',
    '请改为声明不带带号的坐标系，或给坐标加上带号',
  ],
  'dataset.zone-prefix-unexpected': [
    '声明的坐标系东坐标不带带号，但坐标带有带号',
    '请改为声明带有带号的坐标系，或去掉坐标的带号',
  ],
  'dataset.degrees-as-metres': [
    '坐标是经纬度，却声明为投影坐标系',
    '请把坐标系改为 CGCS2000 地理坐标系（EPSG:4490）',
  ],
  'dataset.metres-as-degrees': ['坐标是米，却声明为地理坐标系', '请把坐标系改为数据实际使用的投影坐标系'],
  'dataset.zone-mismatch': ['坐标与声明的投影带矛盾', '请核对数据实际的投影带，改正坐标系声明'],
  'dataset.out-of-range': ['坐标不在中国范围内', '请核对坐标系和坐标'],
  'dataset.site-format': [
    '认不出是哪种用地范围',
    '请提供 GeoJSON、WKT、勘测定界坐标文本（.txt），或只含一个 Shapefile 的 zip 压缩包',
  ],
  'dataset.site-too-large': ['用地范围超出大小限制', '请分成几个较小的用地分别查询'],
  'dataset.site-syntax': ['内容不符合格式', '请按所说的位置改正后重试'],
  'dataset.site-no-area': ['没有面图形，或含有点、线', '请只提供地块的面'],
  'dataset.site-unclear-crs': [
    '不能确定坐标属于哪个坐标系',
    '请写明带号，或指明坐标系（EPSG:4490 或 EPSG:4513–4554）',
  ],
  'dataset.self-crossing': ['地块边界自相交', '请按所说的位置修正边界后重试'],
  'dataset.misplaced-ring': [
    '地块的环放错了位置：内环不在外环内，或两个外环互相包含',
    '请检查外环和内环的划分',
  ],
  'dataset.gdal-timeout': [
    '读写超过了时间限制，已停止',
    '请检查数据是否异常；数据确实很大的，请只保留要用的图层后重试',
  ],
  'dataset.gdal-memory': [
    '读写超过了内存限制，已停止',
    '请检查数据是否异常；数据确实很大的，请只保留要用的图层后重试',
  ],
  'dataset.gdal-crashed': ['读写组件异常退出', '请检查数据是否损坏；能在 GIS 软件中打开的，请重新导出'],
  'dataset.value-too-long': ['有属性值超过字段长度', '请缩短属性值或加大字段长度'],
  'dataset.not-writable': ['不能写到这里', '请检查路径、扩展名和写入权限'],
} as const satisfies Record<`dataset.${string}`, readonly [what: string, advice: string]>;

export type DatasetErrorCode = keyof typeof errorTable;

/** All codes, for documentation and tests. */
/** What a code says happened, and what to do about it. */
export function datasetErrorText(code: DatasetErrorCode): { readonly what: string; readonly advice: string } {
  const [what, advice] = errorTable[code];
  return { what, advice };
}

export const datasetErrorCodes = Object.keys(errorTable) as readonly DatasetErrorCode[];

/**
 * Why a dataset could not be read or written. `message` is a Chinese sentence: where, what, what to do. `where` names the
 * file or layer without directories.
 */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly code: DatasetErrorCode;
  readonly where: string;
  readonly advice: string;

  constructor(
    code: DatasetErrorCode,
    where: string,
    more: { readonly detail?: string | undefined; readonly cause?: unknown } = {},
  ) {
    const [what, advice] = errorTable[code];
    const detail = more.detail === undefined ? '' : `（${more.detail.replace(/\p{C}/gu, '?')}）`;
    super(`${printable(where)}：${what}${detail}。${advice}。`, { cause: more.cause });
    this.code = code;
    this.where = where;
    this.advice = advice;
  }
}
