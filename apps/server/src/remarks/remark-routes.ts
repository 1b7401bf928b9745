import { addRemark, listAssignees, listRemarks, type RemarkAttachment, takePart } from '@tuheng/store';
import { Type } from 'typebox';
import { actorOf, callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { sendFile } from '../files/send-file.ts';
import { problems } from '../http/answers.ts';
import { JobId } from '../jobs/job-schemas.ts';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';
import { Attachments } from './attachments.ts';
import { AssigneeDocument, RemarkBody, RemarkDocument, RemarksDocument } from './remark-schemas.ts';
import { subjectStates } from './subject-states.ts';

const access = { verb: 'case.comment', on: 'some' } as const;
const One = Type.Object({ job: JobId });

/** What people say of the results of a job. */
export function remarkRoutes(app: App, { database, uploads, jobs }: Services): void {
  const files = new Attachments(uploads, jobs);
  app.get(
    '/api/v1/jobs/:job/remarks',
    {
      config: { access },
      schema: {
        tags: ['审查结果'],
        summary: '对任务结果的指派、答复、异议和各项的状态',
        params: One,
        response: { 200: RemarksDocument, ...problems },
      },
    },
    async (request) => {
      const { id } = await takePart(database, callerOf(request), request.params.job);
      const remarks = await listRemarks(database, id);
      return { states: subjectStates(remarks), remarks };
    },
  );
  app.post(
    '/api/v1/jobs/:job/remarks',
    {
      config: { access },
      schema: {
        tags: ['审查结果'],
        summary: '指派、答复、提出异议、认可、办结或重新打开',
        params: One,
        body: RemarkBody,
        response: { 201: RemarkDocument, ...problems },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { attachments: sent = [], ...said } = request.body;
      const { id: job } = await takePart(database, caller, request.params.job);
      const attachments: RemarkAttachment[] = [];
      for (const upload of sent) attachments.push(await files.take(caller, job, upload));
      const remark = await addRemark(database, caller, actorOf(request), { job, ...said, attachments });
      return reply.code(201).send({ ...remark, attachments: [...remark.attachments] });
    },
  );
  app.get(
    '/api/v1/jobs/:job/remarks/:remark/attachments/:n',
    {
      config: { access },
      schema: {
        tags: ['审查结果'],
        summary: '一个附件',
        params: Type.Object({
          job: JobId,
          remark: Type.Integer({ description: '记录编号' }),
          n: Type.Integer({ minimum: 0, description: '第几个附件，从 0 起' }),
        }),
      },
    },
    async (request, reply) => {
      const { job: asked, remark: id, n } = request.params;
      const { id: job } = await takePart(database, callerOf(request), asked);
      const attachment = (await listRemarks(database, job)).find((one) => one.id === id)?.attachments[n];
      if (!attachment) throw new Problem('server.no-file', { detail: `${id}/${n}` });
      return sendFile(reply, files.pathOf(job, attachment), attachment.name);
    },
  );
  app.get(
    '/api/v1/jobs/:job/assignees',
    {
      config: { access },
      schema: {
        tags: ['审查结果'],
        summary: '可以指派的账号',
        params: One,
        response: { 200: Type.Array(AssigneeDocument), ...problems },
      },
    },
    async (request) =>
      listAssignees(database, await takePart(database, callerOf(request), request.params.job)),
  );
}
