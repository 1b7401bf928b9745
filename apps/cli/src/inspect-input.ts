import type { Overlay } from '@tuheng/geometry';
import { type Inspection, type InspectionRequest, inspectDelivery, layerDoubts } from '@tuheng/inspection';
import type { InspectedInput } from '@tuheng/maintenance';
import type { Delivery } from '@tuheng/standard';

/** Inspects one input of a review, under what is set over the rules: what its data do to the trustworthiness of the verdicts. */
export async function inspectInput(
  input: InspectedInput['input'],
  delivery: Delivery,
  base: Delivery | undefined,
  overlay: Overlay,
  settings: Pick<InspectionRequest, 'profiles' | 'thresholds'>,
): Promise<{ readonly inspection: Inspection; readonly quality: InspectedInput }> {
  const { inspection } = await inspectDelivery({
    delivery,
    ...(base && { base }),
    ...settings,
    overlay,
  });
  const count = (severity: string): number =>
    [...inspection.findings, ...inspection.systematic].filter((found) => found.severity === severity).length;
  return {
    inspection,
    quality: {
      input,
      inspection: inspection.id,
      mark: inspection.summary.mark,
      maySubmit: inspection.summary.maySubmit,
      errors: count('error'),
      warnings: count('warning'),
      doubts: layerDoubts(inspection),
    },
  };
}
