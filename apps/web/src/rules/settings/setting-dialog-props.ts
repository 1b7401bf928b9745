import type { Region } from '../../api/answers.ts';
import type { Parameter, Rule, RuleBook } from '../rules-query.ts';

/** What a dialog about the threshold of a region is told. */
export interface SettingDialogProps {
  readonly book: RuleBook;
  readonly rule: Rule;
  readonly parameter: Parameter;
  readonly region: Region;
  onClose(): void;
}
