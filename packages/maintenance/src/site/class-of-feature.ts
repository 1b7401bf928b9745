import {
  type Layer,
  landUseClass,
  normalizeLandUseCode,
  type SchemeYear,
  surveyName,
  textAt,
  zoneClass,
} from '@tuheng/standard';
import { siteLayers } from './layer-role.ts';
import type { SiteClass } from './site-report.ts';

/**
 * The class of feature `f` by the code list of its layer, or null where the layer has none or the feature no code. The name is the code
 * list's; the file's own where the list does not know the code. Zones are told by name where the name is known: names are surer than numbers.
 */
export function classOfFeature(
  layer: Layer,
  f: number,
  landUseYear: SchemeYear | undefined,
): SiteClass | null {
  const classes = siteLayers.get(layer.code)?.classes;
  if (!classes) return null;
  const [list, codeField, nameField] = classes;
  const code = textAt(layer, codeField, f)?.trim() ?? '';
  const written = textAt(layer, nameField, f)?.trim() || null;
  if (code === '' && written === null) return null;
  switch (list) {
    case 'zone': {
      const named = written === null ? undefined : zoneClass(written)?.name;
      const numbered = named === undefined ? zoneClass(code)?.name : undefined;
      const name = named ?? numbered ?? written;
      return { list, year: null, code, name, ...(numbered === undefined ? {} : { byNumber: true }) };
    }
    case 'survey':
      return { list, year: null, code, name: surveyName(code) ?? written };
    case 'landUse': {
      const normal = normalizeLandUseCode(code);
      const known = landUseYear === undefined ? undefined : landUseClass(normal, landUseYear);
      return { list, year: landUseYear ?? null, code: normal, name: known?.name ?? written };
    }
  }
}
