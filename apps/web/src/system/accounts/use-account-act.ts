import { useMutation } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';

/** A write on accounts: what is known of them is asked for anew after it. */
export function useAccountAct<Asked, Result>(
  act: (asked: Asked) => Promise<Result>,
  onDone?: (result: Result) => void,
) {
  return useMutation({
    mutationFn: act,
    onSuccess: (result) => {
      void queries.invalidateQueries({ queryKey: ['accounts'] });
      onDone?.(result);
    },
  });
}
