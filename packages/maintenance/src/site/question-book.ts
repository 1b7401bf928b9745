import { scheme } from '../rules/documents.ts';
import { cityLineRule } from './documents.ts';
import { cultivatedLandTarget } from './questions/cultivated-land-target.question.ts';
import { ecologicalRedLine } from './questions/ecological-red-line.question.ts';
import { keyProject } from './questions/key-project.question.ts';
import { landConversion } from './questions/land-conversion.question.ts';
import { lineQuestion } from './questions/line-question.ts';
import { permanentBasicFarmland } from './questions/permanent-basic-farmland.question.ts';
import { plannedLandUse } from './questions/planned-land-use.question.ts';
import { planningZone } from './questions/planning-zone.question.ts';
import { urbanBoundary } from './questions/urban-boundary.question.ts';
import { withinCounty } from './questions/within-county.question.ts';
import type { SiteQuestion } from './site-question.ts';

/** Grows with every change of a question's meaning. */
export const QUESTION_BOOK_VERSION = '2026.2';

/** What is asked of a plan about a site, in the order of the report. */
export const questionBook: readonly SiteQuestion[] = [
  withinCounty,
  permanentBasicFarmland,
  ecologicalRedLine,
  urbanBoundary,
  planningZone,
  plannedLandUse,
  cultivatedLandTarget,
  landConversion,
  lineQuestion('site.green-line', 'ZXCQCSLVX', [
    cityLineRule('《城市绿线管理办法》'),
    scheme('三（四）1 城市绿线'),
  ]),
  lineQuestion('site.blue-line', 'ZXCQCSLX', [
    cityLineRule('《城市蓝线管理办法》'),
    scheme('三（四）2 城市蓝线'),
  ]),
  lineQuestion('site.yellow-line', 'ZXCQCSHX', [
    cityLineRule('《城市黄线管理办法》'),
    scheme('三（四）3 城市黄线'),
  ]),
  lineQuestion('site.purple-line', 'ZXCQCSZX', [
    cityLineRule('《城市紫线管理办法》'),
    scheme('三（四）4 城市紫线'),
  ]),
  lineQuestion('site.flood-risk-line', 'HLFXKZX', []),
  lineQuestion('site.heritage-line', 'LSWHBHX', []),
  keyProject,
];
