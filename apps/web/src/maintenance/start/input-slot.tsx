import { useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { PlanSummary } from '../../api/answers.ts';
import { versionsQuery } from '../../map/look.ts';
import { onDay } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import panel from '../desk/desk-panel.module.css';
import { maintenanceWords } from '../words.ts';
import { FileSlot } from './file-slot.tsx';
import type { JobInput } from './job-inputs.ts';
import style from './start.module.css';

interface InputSlotProps {
  readonly title: string;
  readonly hint: string;
  /** Plans of which a version can be taken instead of a file. */
  readonly plans: readonly PlanSummary[];
  readonly isOptional?: boolean;
  /** Told what is to be taken; undefined: nothing of one's own, so that the server takes what it would. */
  onInput(input: JobInput | undefined): void;
}

const NONE = '';

/** One input of a job: a version that the store has, or a file. */
export function InputSlot({ title, hint, plans, isOptional = false, onInput }: InputSlotProps) {
  const words = useWords(maintenanceWords);
  const [isFile, setFile] = useState(plans.length === 0);
  const found = useQueries({ queries: plans.map(({ code }) => versionsQuery(code)) });
  const options = plans.flatMap((plan, i) =>
    [...(found[i]?.data ?? [])].reverse().map(({ number, publishedAt }) => ({
      value: `${plan.code}/${number}`,
      label: words.versionLabel(plan.name, number, onDay(publishedAt), number === plan.head.number),
    })),
  );
  const first = plans[0] ? `${plans[0].code}/${plans[0].head.number}` : NONE;
  const [version, setVersion] = useState(first);
  const tell = useRef(onInput);
  tell.current = onInput;
  useEffect(() => {
    if (isFile) return;
    const at = version.lastIndexOf('/');
    tell.current(
      version === NONE ? undefined : { plan: version.slice(0, at), version: version.slice(at + 1) },
    );
  }, [isFile, version]);
  return (
    <fieldset className={style.slot}>
      <legend>{title}</legend>
      <p>{hint}</p>
      {plans.length > 0 && (
        <fieldset className={panel.switch} aria-label={words.source}>
          {[false, true].map((file) => (
            <button
              key={String(file)}
              type="button"
              aria-pressed={file === isFile}
              onClick={() => {
                setFile(file);
                if (file) onInput(undefined);
              }}
            >
              {file ? words.fromFile : words.fromVersion}
            </button>
          ))}
        </fieldset>
      )}
      {isFile ? (
        <FileSlot title={title} onInput={onInput} />
      ) : (
        <Select
          aria-label={title}
          value={version}
          options={[...options, ...(isOptional ? [{ value: NONE, label: words.noBase }] : [])]}
          loading={found.some(({ isPending }) => isPending)}
          onChange={setVersion}
        />
      )}
    </fieldset>
  );
}
