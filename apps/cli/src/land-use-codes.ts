import { featureCount } from '@tuheng/geometry';
import { type Layer, surveyClass, textAt } from '@tuheng/standard';

/** The 2023 class by which each parcel is coloured; its level-1 class where it still has to be split. */
export function landUseCodes(survey: Pick<Layer, 'columns' | 'polygons'>): (string | null)[] {
  return Array.from({ length: featureCount(survey.polygons) }, (_, f) => {
    const parcel = surveyClass(textAt(survey, 'DLBM', f) ?? '');
    return parcel ? (parcel.landUse2023 ?? parcel.landUseLevel1) : null;
  });
}
