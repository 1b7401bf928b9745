import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { ReasonDialog } from '../../forms/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { shownValue } from '../shown-value.ts';
import { rulesWords } from '../words.ts';
import { digestAfter } from './digest-after.ts';
import type { SettingDialogProps } from './setting-dialog-props.ts';
import { SettingDone } from './setting-done.tsx';

/** Takes a threshold of a region back: to that of the region around it, or to what the rule carries. */
export function ResetDialog({ book, rule, parameter, region, onClose }: SettingDialogProps) {
  const words = useWords(rulesWords);
  const reset = useMutation({
    mutationFn: async (reason: string) => {
      const path = { region: region.adcode, book: book.id, rule: rule.id, parameter: parameter.name };
      const now = await answered(
        api.DELETE('/api/v1/regions/{region}/thresholds/{book}/{rule}/{parameter}', {
          params: { path },
          body: { reason },
        }),
      );
      // The book of the page becomes the new one as soon as it is asked for again.
      return { now, before: book.digest, after: await digestAfter(region.adcode, book.id) };
    },
  });
  if (reset.data)
    return (
      <SettingDone
        {...{ book, rule, region, onClose }}
        title={words.resetDone}
        was={parameter}
        is={reset.data.now}
        digests={reset.data}
      />
    );
  const { value, unit, overrides, default: usual } = parameter;
  return (
    <ReasonDialog
      title={words.resetTitle(parameter.title, region.name)}
      act={words.reset}
      isDanger
      isPending={reset.isPending}
      error={reset.error}
      onSubmit={(reason) => reset.mutate(reason)}
      onClose={onClose}
    >
      {words.resetTold(shownValue(value, unit), shownValue(overrides[0]?.value ?? usual.value, unit))}
    </ReasonDialog>
  );
}
