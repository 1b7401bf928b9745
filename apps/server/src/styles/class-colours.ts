import { changeTypes, landUseClasses, surveyClasses, zoneClasses, zoneColour } from '@tuheng/standard';

/** How a class is drawn. */
export interface ClassColour {
  readonly code: string;
  readonly title: string;
  readonly colour: string;
}

/** What is drawn in it: a class that no table has, and one of the survey that has to be split before it is a class of 2023. */
export const UNKNOWN = '#e9e9e6';

/** 用地用海分类 in the colours of the national plan drawings (市级国土空间总体规划制图规范（试行）, 2021). */
function ofLandUse(): ClassColour[] {
  return landUseClasses(2023).map(({ code, name, hex }) => ({ code, title: name, colour: hex }));
}

/** 三调 classes, each in the colour of the class of 2023 it becomes, as plan drawings of the current state do. */
function ofSurvey(): ClassColour[] {
  const colours = new Map(landUseClasses(2023).map(({ code, hex }) => [code, hex]));
  return surveyClasses().map(({ code, name, landUse2023, landUseLevel1 }) => ({
    code,
    title: name,
    colour: colours.get(landUse2023 ?? landUseLevel1 ?? '') ?? UNKNOWN,
  }));
}

function ofZones(): ClassColour[] {
  return zoneClasses().map(({ code, name, family }) => ({ code, title: name, colour: zoneColour(family) }));
}

/** The pieces of a change as the reports draw them: no source gives their colours (未核实). */
const ofType = { '1': '#0f766e', '2': '#6d28d9', '3': '#ea580c' } as const;

function ofChange(): ClassColour[] {
  return changeTypes.map(({ code, name }) => ({ code, title: name, colour: ofType[code] }));
}

/** The field by which a layer is coloured, and the colours; undefined where a layer has one look. */
export function classColours(
  fields: readonly (readonly [name: string, kind: string])[],
): { readonly field: string; readonly classes: readonly ClassColour[] } | undefined {
  const has = (name: string): boolean => fields.some(([field]) => field === name);
  if (has('YDYHFLDM')) return { field: 'YDYHFLDM', classes: ofLandUse() };
  if (has('DLBM')) return { field: 'DLBM', classes: ofSurvey() };
  if (has('WHLX')) return { field: 'WHLX', classes: ofChange() };
  if (has('GHFQDM')) return { field: 'GHFQDM', classes: ofZones() };
  return undefined;
}
