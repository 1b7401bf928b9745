import type { FastifyReply } from 'fastify';
import { ZipFile } from 'yazl';
import type { JobFiles } from './job-files.ts';

/** Packed already, or hardly smaller when packed. */
const PACKED = /\.(zip|xlsx)$/i;
const EFFORT = { compressionLevel: 1 };

/** Answers all results of a job as one zip, packed while it is sent. */
export async function sendResults(reply: FastifyReply, files: JobFiles, id: string): Promise<FastifyReply> {
  const zip = new ZipFile();
  for (const { name } of await files.results(id))
    zip.addFile(await files.resultPath(id, name), name, PACKED.test(name) ? { compress: false } : EFFORT);
  zip.end();
  const stream = zip.outputStream as NodeJS.ReadableStream & { destroy(error: Error): void };
  // An error of a file that is packed comes out at the archive: the client must not take the half for the whole.
  zip.once('error', (error: Error) => stream.destroy(error));
  return reply
    .type('application/zip')
    .header('content-disposition', `attachment; filename="results-${id}.zip"`)
    .send(stream);
}
