import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answered, api } from '../../api/client.ts';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { usePlans } from '../../shell/region.ts';
import { useWords } from '../../words/use-words.ts';
import { maintenanceWords } from '../words.ts';
import { InputSlot } from './input-slot.tsx';
import { basePlanOf, type JobInput, plansToReview } from './job-inputs.ts';
import style from './start.module.css';

interface NewJobProps {
  readonly kind: 'review' | 'inspect';
  onClose(): void;
}

/** Asks for a review of A and B, or for an inspection. */
export function NewJob({ kind, onClose }: NewJobProps) {
  const words = useWords(maintenanceWords);
  const navigate = useNavigate();
  const all = usePlans();
  const plans = plansToReview(all);
  const [code, setCode] = useState(plans[0]?.code);
  const plan = plans.find((one) => one.code === code);
  const base = plan && basePlanOf(all, plan);
  const [inputs, setInputs] = useState<Readonly<Record<string, JobInput | undefined>>>({});
  const put = (role: string) => (input: JobInput | undefined) =>
    setInputs((now) => ({ ...now, [role]: input }));
  const main = kind === 'review' ? 'maintained' : 'path';
  const isUploading = Object.values(inputs).includes('coming');
  const isReady = inputs[main] !== undefined && !isUploading && (kind === 'inspect' || plan !== undefined);
  const ask = useMutation({
    mutationFn: () => {
      const named = Object.entries(inputs).filter(([, input]) => input !== undefined && input !== 'coming');
      const body = { kind, ...(plan && { plan: plan.code }), ...Object.fromEntries(named) };
      return answered(api.POST('/api/v1/jobs', { body: body as never }));
    },
    onSuccess: ({ id }) => navigate(`/maintenance/${id}`),
  });
  if (kind === 'review' && plans.length === 0) return <p className={notes.empty}>{words.noPlans}</p>;
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) ask.mutate();
      }}
    >
      {plans.length > 0 && (
        <div className={style.plan}>
          <span>{words.plan}</span>
          <Select
            aria-label={words.plan}
            placeholder={words.choosePlan}
            value={code ?? null}
            options={plans.map((one) => ({ value: one.code, label: `${one.name}（${one.code}）` }))}
            onChange={(next: string) => {
              setCode(next);
              setInputs({});
            }}
          />
        </div>
      )}
      <div className={style.slots} key={code}>
        {kind === 'review' ? (
          <>
            <InputSlot
              title={words.filed}
              hint={words.filedHint}
              plans={plan ? [plan] : []}
              onInput={put('filed')}
            />
            <InputSlot
              title={words.maintained}
              hint={words.maintainedHint}
              plans={[]}
              onInput={put('maintained')}
            />
          </>
        ) : (
          <InputSlot title={words.delivery} hint={words.deliveryHint} plans={[]} onInput={put('path')} />
        )}
        <InputSlot
          title={words.base}
          hint={words.baseHint}
          plans={base ? [base] : []}
          isOptional
          onInput={put('base')}
        />
      </div>
      {kind === 'review' && (
        <details className={style.beside} key={`${code} beside`}>
          <summary>{words.beside}</summary>
          <div className={style.slots}>
            {(['targets', 'projects', 'filedProjects'] as const).map((role) => (
              <InputSlot
                key={role}
                title={words[role]}
                hint={words[`${role}Hint`]}
                plans={[]}
                isOptional
                onInput={put(role)}
              />
            ))}
          </div>
        </details>
      )}
      {ask.isError && <ProblemNote error={ask.error} />}
      <div className={style.ways}>
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={ask.isPending}>
          {kind === 'review' ? words.submitReview : words.submitInspection}
        </Button>
        <Button onClick={onClose}>{words.back}</Button>
        {!isReady && (
          <span className={notes.small}>
            {isUploading ? words.uploading : kind === 'review' ? words.notReady : words.notReadyInspection}
          </span>
        )}
      </div>
    </form>
  );
}
