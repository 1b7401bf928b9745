import { type LandUseGroup, zoneClass, zoneFamily } from '@tuheng/standard';
import type { Parameter } from '../../review.ts';
import { scheme, zoningGuide } from '../../rules/documents.ts';
import { hectares } from '../../wording.ts';
import { purposeWords } from '../resolve-purpose.ts';
import { measureOf, missingLayer, type SiteQuestion } from '../site-question.ts';
import type { SiteClass } from '../site-report.ts';
import { classWords } from '../site-wording.ts';

/**
 * 是否与规划分区相符. What each zone admits was found nowhere (未核实): only what the definition of a zone says itself is decided, town construction
 * in 城镇发展区, construction of a village in 村庄建设区, cultivated land in 农田保护区. Everything else is told with its areas and left
 * to people. A zone told by its number alone is an assumption, since the numbers are unverified.
 */
export const planningZone: SiteQuestion = {
  id: 'site.planning-zone',
  title: '与规划分区相符',
  layers: ['GHFQ'],
  basis: [zoningGuide, scheme('三（二）规划分区维护')],
  judge(context) {
    const layer = context.layer('GHFQ');
    if (!layer) return missingLayer('GHFQ');
    const measure = measureOf(layer);
    const { purpose } = context;
    if (layer.touched === 0) {
      const reason = '用地不在任何规划分区内';
      return { outcome: 'undetermined', measure, explanation: `${reason}。`, reasons: [reason] };
    }
    const outside =
      layer.outside.pieces > 0 ? [`用地有 ${hectares(layer.outside.area)} 不在任何规划分区内`] : [];
    const where = `用地位于：${classWords(layer)}${outside.map((words) => `；${words}`).join('')}`;
    if (purpose.class === undefined) {
      const reasons = ['未提供用途分类', ...outside];
      return {
        outcome: 'undetermined',
        measure,
        explanation: `${where}；未提供用途分类，未作判定。`,
        reasons,
      };
    }
    const zones = layer.classes.map((total) => total.class);
    const fits = zones.every((zone) => isMeantFor(zone, purpose.group, purpose.class!.code));
    if (fits && outside.length === 0) {
      return {
        outcome: 'pass',
        measure,
        explanation: `${where}；用途 ${purposeWords(purpose)} 符合分区的主导功能，具体准入以详细规划为准。`,
        parameters: zones.flatMap(numberOnly),
      };
    }
    const reasons = [
      ...(fits ? [] : ['各规划分区的准入规则未核实，须按当地分区管控规则人工核对']),
      ...outside,
    ];
    return {
      outcome: 'undetermined',
      measure,
      explanation: `${where}；用途 ${purposeWords(purpose)} 能否准入须人工核对。`,
      reasons,
    };
  },
};

function isMeantFor({ code, name }: SiteClass, group: LandUseGroup | undefined, landUse: string): boolean {
  const family = zoneFamily(code, name);
  if (group === 'town') return family === 'urban';
  if (group === 'village') return (zoneClass(name ?? '') ?? zoneClass(code))?.name === '村庄建设区';
  return landUse.startsWith('01') && family === 'farmland-protection';
}

/** The assumption that a number stands for a zone, where the feature has no name that is known. */
function numberOnly({ code, name, byNumber }: SiteClass): Parameter[] {
  if (!byNumber) return [];
  const { source, confidence } = zoneClass(code)!.codeProvenance;
  const title = `规划分区代码 ${code} 的含义`;
  return [{ name: `zone-${code}`, title, value: name ?? code, unit: '', source, confidence }];
}
