import { extname } from 'node:path';
import { headOf } from '../source/locate.ts';

/** What files of a kind begin with, one character a byte. */
const beginnings: Readonly<Record<string, readonly string[]>> = {
  '.pdf': ['%PDF-'],
  '.jpg': ['\u00ff\u00d8\u00ff'],
  '.jpeg': ['\u00ff\u00d8\u00ff'],
  '.png': ['\u0089PNG\r\n\u001a\n'],
  '.tif': ['II*\0', 'MM\0*'],
  '.zip': ['PK\u0003\u0004', 'PK\u0005\u0006'],
  '.xlsx': ['PK\u0003\u0004'],
  '.docx': ['PK\u0003\u0004'],
  '.xls': ['\u00d0\u00cf\u0011\u00e0'],
  '.doc': ['\u00d0\u00cf\u0011\u00e0'],
  '.mdb': ['\0\u0001\0\0Standard Jet DB', '\0\u0001\0\0Standard ACE DB'],
  '.accdb': ['\0\u0001\0\0Standard ACE DB'],
  '.gpkg': ['SQLite format 3\0'],
};

/** Why a file cannot be what its extension says, in Chinese; undefined where nothing speaks against it. */
export async function unreadableReason(path: string, bytes: number): Promise<string | undefined> {
  if (bytes === 0) return '文件是空的';
  const extension = extname(path).toLowerCase();
  const expected = beginnings[extension];
  if (!expected) return undefined;
  const head = await headOf(path, 32);
  return expected.some((beginning) => head.startsWith(beginning))
    ? undefined
    : `内容不是 ${extension} 文件，可能损坏或改过扩展名`;
}
