import { scheme } from '../../rules/documents.ts';
import type { SiteQuestion } from '../site-question.ts';

const REASON = '重点建设项目清单是附表，数据库标准中没有查到它的图层（未核实），须人工核对清单';

/** 是否列入重点建设项目清单: the list is a table beside the database, and no source names a layer for it, so nothing can be computed. */
export const keyProject: SiteQuestion = {
  id: 'site.key-project',
  title: '列入重点建设项目清单',
  layers: [],
  basis: [scheme('二（三）3 重点建设项目清单')],
  judge({ purpose }) {
    const measure = { inside: null, outside: null, unit: 'm²' } as const;
    if (purpose.construction === false) {
      return { outcome: 'notApplicable', measure, explanation: '用途不是建设用地，本条不适用。' };
    }
    return { outcome: 'undetermined', measure, explanation: `${REASON}。`, reasons: [REASON] };
  },
};
