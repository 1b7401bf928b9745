/** What a layer is to a site. */
export type LayerRole =
  | 'controlLine'
  | 'zone'
  | 'plannedLandUse'
  | 'currentLandUse'
  | 'cultivatedLandTarget'
  | 'cityLine'
  | 'riskOrHeritageLine'
  | 'developmentZone'
  | 'keyProject'
  | 'region';

interface RoleOfLayer {
  readonly role: LayerRole;
  /** Field that names a feature for people. */
  readonly nameField?: string;
  /** Field that says what is demanded inside. */
  readonly demandField?: string;
  /** Field that says in which part of a nature reserve a feature lies. */
  readonly partField?: string;
  /** Where the features' class stands: its code list, the field of the code and the one of the name. */
  readonly classes?: readonly [list: 'zone' | 'survey' | 'landUse', code: string, name: string];
  /** Whether it matters where the site lies outside: then the ground outside is drawn. */
  readonly drawOutside?: true;
}

const zone = { role: 'zone', classes: ['zone', 'GHFQDM', 'GHFQMC'] } as const;
const planned = { role: 'plannedLandUse', classes: ['landUse', 'YDYHFLDM', 'YDYHFLMC'] } as const;
const surveyed = ['survey', 'DLBM', 'DLMC'] as const;
const cityLine = { role: 'cityLine', demandField: 'GKYQ' } as const;
const otherLine = { role: 'riskOrHeritageLine', demandField: 'GKYQ' } as const;

/** The layers a site is held against, in the order of the report. */
export const siteLayers: ReadonlyMap<string, RoleOfLayer> = new Map<string, RoleOfLayer>([
  ['YJJBNTBHTB', { role: 'controlLine', classes: surveyed, drawOutside: true }],
  [
    'STBHHX',
    { role: 'controlLine', nameField: 'HXMC', demandField: 'GKCS', partField: 'ZRBHDFQ', drawOutside: true },
  ],
  ['CZKFBJ', { role: 'controlLine', classes: zone.classes, drawOutside: true }],
  ['GHFQ', zone],
  ['YDYHGHFQ', zone],
  ['ZXCQGHFQ', zone],
  ['XZZTGNDW', { role: 'zone' }],
  ['GHYDYH', planned],
  ['ZXCQGHYDYH', planned],
  ['ZXCQCSLX', cityLine],
  ['ZXCQCSLVX', cityLine],
  ['ZXCQCSZX', cityLine],
  ['ZXCQCSHX', cityLine],
  ['HLFXKZX', otherLine],
  ['LSWHBHX', otherLine],
  ['GDBHMB', { role: 'cultivatedLandTarget', classes: surveyed }],
  ['DLTB', { role: 'currentLandUse', classes: surveyed }],
  ['KFQ', { role: 'developmentZone', nameField: 'KFQMC' }],
  ['ZDJSXM', { role: 'keyProject', nameField: 'XMMC' }],
  ['XZQ', { role: 'region', nameField: 'XZQMC', drawOutside: true }],
]);
