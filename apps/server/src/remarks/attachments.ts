import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Caller, RemarkAttachment } from '@tuheng/store';
import type { JobFiles } from '../jobs/job-files.ts';
import type { Uploads } from '../uploads/uploads.ts';

/** The files that go with what people say of a job, kept as long as its results: each once, under its digest. */
export class Attachments {
  readonly #uploads: Uploads;
  readonly #files: JobFiles;

  constructor(uploads: Uploads, files: JobFiles) {
    this.#uploads = uploads;
    this.#files = files;
  }

  /** Takes a file that the caller has sent. @throws Problem server.no-upload, upload-unfinished */
  async take(caller: Caller, job: string, upload: string): Promise<RemarkAttachment> {
    const { name } = await this.#uploads.find(caller.account, upload);
    const sent = await this.#uploads.pathOf(upload, 'attachment');
    const folder = this.#files.attachmentsOf(job);
    await mkdir(folder, { recursive: true });
    const part = join(folder, `.${upload}.part`);
    await copyFile(sent, part, constants.COPYFILE_FICLONE);
    const hasher = createHash('sha256');
    await pipeline(createReadStream(part), hasher);
    const digest = hasher.digest('hex');
    const { size: bytes } = await stat(part);
    await rename(part, join(folder, digest));
    return { name, bytes, digest };
  }

  pathOf(job: string, { digest }: RemarkAttachment): string {
    return join(this.#files.attachmentsOf(job), digest);
  }
}
