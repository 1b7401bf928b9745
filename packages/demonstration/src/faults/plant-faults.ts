import type { Maintained } from '../maintenance/maintain.ts';
import type { Filed } from '../plan/filed.ts';
import type { County } from '../plan/state.ts';
import type { FaultId, PlantedFault } from './fault.ts';
export function plantFaults(_c: County, _f: Filed, _m: Maintained, _w: readonly FaultId[]): PlantedFault[] { return []; }
