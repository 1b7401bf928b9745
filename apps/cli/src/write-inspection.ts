import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type OutputFormat, writeDataset, writeWorkbook } from '@tuheng/dataset';
import { findingLayers, findingSheets, renderInspectionReport } from '@tuheng/dossier';
import type { DeliveryRepair, InspectionOutcome } from '@tuheng/inspection';
import { inspectionMap } from './inspection-map.ts';
import { writeTogether } from './write-together.ts';

/** Names of what an inspection leaves behind. */
export const inspectionNames = {
  report: 'inspection.html',
  inspection: 'inspection.json',
  workbook: 'findings.xlsx',
  layers: 'findings.gpkg',
  repaired: '修复副本',
  repairLog: 'repair.json',
} as const;

/** Writes the report, `inspection.json`, the findings for spreadsheets and GIS desktops, and the repaired copy, all or nothing. */
export async function writeInspection(
  out: string,
  { inspection, context }: InspectionOutcome,
  repair: DeliveryRepair | undefined,
): Promise<void> {
  await writeTogether(out, Object.values(inspectionNames), async (folder) => {
    await writeFile(join(folder, inspectionNames.inspection), `${JSON.stringify(inspection, null, 1)}\n`);
    await writeFile(
      join(folder, inspectionNames.report),
      renderInspectionReport(inspection, inspectionMap(inspection, context)),
    );
    await writeWorkbook(join(folder, inspectionNames.workbook), findingSheets(inspection));
    const layers = findingLayers(inspection);
    if (layers.length > 0) await writeDataset(join(folder, inspectionNames.layers), 'GeoPackage', layers);
    if (repair) await writeRepair(folder, repair);
  });
}

const formats: Readonly<Record<string, readonly [OutputFormat, string]>> = {
  FileGDB: ['FileGDB', '.gdb'],
  Shapefile: ['FileGDB', '.gdb'],
  GeoPackage: ['GeoPackage', '.gpkg'],
  GeoJSON: ['GeoPackage', '.gpkg'],
  memory: ['GeoPackage', '.gpkg'],
};

async function writeRepair(folder: string, repair: DeliveryRepair): Promise<void> {
  await writeFile(join(folder, inspectionNames.repairLog), `${JSON.stringify(repair.log, null, 1)}\n`);
  await mkdir(join(folder, inspectionNames.repaired));
  for (const { name, format: given, layers } of repair.databases) {
    const [format, extension] = formats[given]!;
    const stem = basename(name, extname(name)).replace(/\.gdb$/i, '');
    await writeDataset(join(folder, inspectionNames.repaired, stem + extension), format, layers);
  }
}
