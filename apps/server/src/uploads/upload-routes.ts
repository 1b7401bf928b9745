import type { Readable } from 'node:stream';
import { type Caller, listRegionsFor, takingPart } from '@tuheng/store';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { fileName } from '../files/file-name.ts';
import { problems } from '../http/answers.ts';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';
import { announced, bytesOf, describeTus, PIECE, requireTus } from './tus.ts';
import { type Upload, type UploadPurpose, uploadPurposes } from './uploads.ts';

const UploadDocument = Type.Object({
  id: Type.String({ description: '上传编号，任务中引用' }),
  purpose: Type.Unsafe<UploadPurpose>({
    type: 'string',
    enum: uploadPurposes,
    description: '任务的输入，或意见的附件',
  }),
  name: Type.String({ description: '文件名' }),
  length: Type.Integer({ description: '总字节数' }),
  offset: Type.Integer({ description: '已收到的字节数；等于总字节数时已经收完并通过检查' }),
  createdAt: Type.String({ description: 'UTC' }),
  expiresAt: Type.String({ description: '到时删除；续传或使用后顺延' }),
});

/**
 * Files in pieces by the tus protocol 1.0.0 (core, creation, termination, expiration). It is five small requests: written here they are answered with
 * our problems and chapters of the API's document, where the protocol's own server would answer plain text beside them.
 */
export function uploadRoutes(app: App, { database, rights, uploads }: Services): void {
  const access = { verb: 'job.run', on: 'some' } as const;
  const One = Type.Object({ upload: Type.String({ description: '上传编号' }) });
  app.addHook('preClose', () => uploads.interruptAll());
  // Pieces are not read into memory.
  app.addContentTypeParser(PIECE, (_, payload, done) => done(null, payload));
  app.options(
    '/api/v1/uploads',
    { config: { access: 'anyone' }, schema: { tags: ['上传'], summary: 'tus 协议的版本、扩展和最大长度' } },
    (_, reply) => describeTus(reply, uploads.largest),
  );
  app.post(
    '/api/v1/uploads',
    {
      config: { access },
      preHandler: requireTus,
      schema: {
        tags: ['上传'],
        summary: '宣布一个文件（tus creation）：Upload-Length、Upload-Metadata 中的 filename',
        description:
          '回答 201，Location 为续传的地址。文件可以是 .gpkg、.geojson，或压缩为 .zip 的 FileGDB、Shapefile、成果包。Upload-Metadata 中 purpose 为 attachment 的是意见的附件：不检查格式，不能作任务的输入，最多 100 MB。',
        response: { 201: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const purpose = announced(request, 'purpose') ?? 'input';
      if (!isPurpose(purpose))
        throw new Problem('server.invalid-request', {
          invalid: [{ at: 'upload-metadata', message: `purpose 应为 ${uploadPurposes.join(' 或 ')}` }],
        });
      if (!(await mayUpload(caller, purpose))) throw new Problem('server.forbidden');
      const name = fileName(announced(request, 'filename') ?? '');
      if (name === undefined)
        throw new Problem('server.invalid-request', {
          invalid: [{ at: 'upload-metadata', message: '没有 filename' }],
        });
      const length = bytesOf(request, 'upload-length');
      // There would be no last piece after which it is checked.
      if (length === 0)
        throw new Problem('server.invalid-request', {
          invalid: [{ at: 'upload-length', message: '空文件' }],
        });
      const upload = await uploads.create(caller.account, { name, purpose, length });
      return expiring(reply, upload).code(201).header('location', `/api/v1/uploads/${upload.id}`).send(null);
    },
  );
  // Before GET, which would make a HEAD of its own.
  app.head(
    '/api/v1/uploads/:upload',
    {
      config: { access: 'signed-in' },
      preHandler: requireTus,
      schema: { tags: ['上传'], summary: '已收到多少（tus）：Upload-Offset', params: One },
    },
    async (request, reply) => {
      const upload = await uploads.findToContinue(callerOf(request).account, request.params.upload);
      const headers = { 'upload-offset': upload.offset, 'upload-length': upload.length };
      return expiring(reply, upload)
        .headers({ ...headers, 'cache-control': 'no-store' })
        .send();
    },
  );
  app.get(
    '/api/v1/uploads',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['上传'],
        summary: '自己上传的文件',
        response: { 200: Type.Array(UploadDocument), ...problems },
      },
    },
    (request) => uploads.list(callerOf(request).account),
  );
  app.get(
    '/api/v1/uploads/:upload',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['上传'],
        summary: '自己上传的一个文件',
        params: One,
        response: { 200: UploadDocument, ...problems },
      },
    },
    (request) => uploads.find(callerOf(request).account, request.params.upload),
  );
  app.patch(
    '/api/v1/uploads/:upload',
    {
      config: { access: 'signed-in' },
      preHandler: requireTus,
      schema: {
        tags: ['上传'],
        summary: '续传一段（tus）：从 Upload-Offset 起；收完后检查文件，不合格的删除并说明原因',
        consumes: [PIECE],
        params: One,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const { account } = callerOf(request);
      const { upload: id } = request.params;
      const offset = bytesOf(request, 'upload-offset');
      if (request.headers['content-type'] !== PIECE) throw new Problem('server.unsupported-content');
      const reached = await uploads.append(account, id, offset, request.body as Readable);
      const upload = await uploads.find(account, id);
      return expiring(reply, upload).code(204).header('upload-offset', reached).send(null);
    },
  );
  app.delete(
    '/api/v1/uploads/:upload',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['上传'],
        summary: '删除上传的文件（tus termination）',
        params: One,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      await uploads.remove(callerOf(request).account, request.params.upload);
      return reply.code(204).header('tus-resumable', '1.0.0').send(null);
    },
  );

  /** Inputs are sent by those who may run jobs somewhere, attachments by all who take part in the talk about a result. */
  async function mayUpload(caller: Caller, purpose: UploadPurpose): Promise<boolean> {
    for (const verb of purpose === 'input' ? (['job.run'] as const) : takingPart) {
      if (await rights.mayDo(caller, verb, null)) return true;
      if ((await listRegionsFor(database, caller, verb)).length > 0) return true;
    }
    return false;
  }
}

function isPurpose(text: string): text is UploadPurpose {
  return (uploadPurposes as readonly string[]).includes(text);
}

function expiring(reply: FastifyReply, { expiresAt }: Upload): FastifyReply {
  return reply.header('upload-expires', new Date(expiresAt).toUTCString());
}
