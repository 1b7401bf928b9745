import type { Overlay } from '@tuheng/geometry';
import { type Inspection, inspectDelivery, layerDoubts } from '@tuheng/inspection';
import type { InspectedInput } from '@tuheng/maintenance';
import type { Delivery } from '@tuheng/standard';
import type { WithThresholds } from './job-parameters.ts';

/** Inspects one input of a review: what its data do to the trustworthiness of the verdicts. */
export async function inspectInput(
  input: InspectedInput['input'],
  delivery: Delivery,
  base: Delivery | undefined,
  overlay: Overlay,
  { thresholds }: WithThresholds = {},
): Promise<{ readonly inspection: Inspection; readonly quality: InspectedInput }> {
  const { inspection } = await inspectDelivery({
    delivery,
    ...(base && { base }),
    ...(thresholds && { thresholds }),
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
