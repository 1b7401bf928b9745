import { Button } from 'antd';
import { ConfidenceMark } from '../provenance/confidence-mark.tsx';
import contents from '../split/contents.module.css';
import { ScrollBox } from '../split/scroll-box.tsx';
import { atMinute } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import type { Parameter } from './rules-query.ts';
import { shownValue } from './shown-value.ts';
import { rulesWords } from './words.ts';

export interface ParameterTableProps {
  readonly parameters: readonly Parameter[];
  /** Adcode of the region whose thresholds may be set; absent: none may. */
  readonly own?: string;
  onSet?(parameter: Parameter): void;
  onReset?(parameter: Parameter): void;
}

/** The parameters of a rule: value, where it comes from, what the rule had by itself, and who set it, when and why. */
export function ParameterTable({ parameters, own, onSet, onReset }: ParameterTableProps) {
  const words = useWords(rulesWords);
  return (
    <ScrollBox className={contents.scroll} label={words.parameters}>
      <table className={`${contents.table} ${contents.cards}`}>
        <thead>
          <tr>
            <th scope="col">{words.parameter}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.source}</th>
            <th scope="col">{words.setBy}</th>
            {onSet && <th aria-label={words.set} />}
          </tr>
        </thead>
        <tbody>
          {parameters.map((parameter) => (
            <tr key={parameter.name}>
              <td data-label={words.parameter} className={contents.words}>
                <div>
                  {parameter.title}
                  <code>{parameter.name}</code>
                </div>
              </td>
              <td data-label={words.value} className={contents.value}>
                {shownValue(parameter.value, parameter.unit)}
              </td>
              <td data-label={words.source} className={contents.words}>
                <div>
                  <ConfidenceMark confidence={parameter.confidence} />
                  <small>{parameter.source || words.noSource}</small>
                </div>
              </td>
              <td data-label={words.setBy} className={contents.words}>
                <SetBy parameter={parameter} />
              </td>
              {onSet && (
                <td>
                  <Acts
                    parameter={parameter}
                    isOwn={parameter.set?.region.adcode === own}
                    onSet={() => onSet(parameter)}
                    onReset={() => onReset?.(parameter)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function SetBy({ parameter: { set, overrides, unit, default: usual } }: { readonly parameter: Parameter }) {
  const words = useWords(rulesWords);
  if (!set) return <small>{words.isDefault}</small>;
  return (
    <div>
      {words.setByWhom(set.region.name, set.by, atMinute(set.at))}
      <small>{set.reason}</small>
      {overrides.map(({ region, value }) => (
        <small key={region.adcode}>{words.insteadOf(region.name, shownValue(value, unit))}</small>
      ))}
      <small>
        {words.defaultValue} {shownValue(usual.value, unit)} <ConfidenceMark confidence={usual.confidence} />
      </small>
    </div>
  );
}

interface ActsProps {
  readonly parameter: Parameter;
  /** Whether it is the region's own setting, and not one of a region around it. */
  readonly isOwn: boolean;
  onSet(): void;
  onReset(): void;
}

function Acts({ parameter: { form, title }, isOwn, onSet, onReset }: ActsProps) {
  const words = useWords(rulesWords);
  if (form.kind === 'list') return <small>{words.listNotSet}</small>;
  const act = form.kind === 'statement' ? words.confirm : isOwn ? words.change : words.set;
  return (
    <span className={contents.acts}>
      {isOwn && (
        <Button size="small" aria-label={`${words.reset} ${title}`} onClick={onReset}>
          {words.reset}
        </Button>
      )}
      <Button size="small" aria-label={`${act} ${title}`} onClick={onSet}>
        {act}
      </Button>
    </span>
  );
}
