/** A file and where it lies in what was dropped or chosen: `维护后.gdb/a00000001.gdbtable`. */
export interface PlacedFile {
  readonly path: string;
  readonly file: File;
}

/** What a file field holds; a folder that was chosen is at the top of the paths. */
export function filesChosen(files: FileList): PlacedFile[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })).filter(isData);
}

/** What was dropped, folders with all that lies in them. To be called while the event is told: after it the browser holds nothing of it any more. */
export async function filesDropped({ items }: DataTransfer): Promise<PlacedFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found: PlacedFile[] = [];
  for (const entry of entries) await collect(entry, found);
  return found.filter(isData);
}

async function collect(entry: FileSystemEntry, into: PlacedFile[]): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((done, failed) => entry.file(done, failed));
    into.push({ path: entry.fullPath.replace(/^\//, ''), file });
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    const read = (): Promise<FileSystemEntry[]> =>
      new Promise((done, failed) => reader.readEntries(done, failed));
    // A browser gives the entries a hundred at a time, at last none.
    for (let some = await read(); some.length > 0; some = await read())
      for (const one of some) await collect(one, into);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A lock of a database that is open elsewhere, and what systems keep beside files, are no part of a delivery. */
const isData = ({ file: { name } }: PlacedFile): boolean =>
  !name.startsWith('.') && !/\.lock$/i.test(name) && name !== 'Thumbs.db';
