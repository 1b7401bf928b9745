import { Button, Input, Select } from 'antd';
import { Paperclip, X } from 'lucide-react';
import { useId, useState } from 'react';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useUpload } from '../../uploads/use-upload.ts';
import { useWords } from '../../words/use-words.ts';
import type { Action } from './remark-actions.ts';
import style from './remarks.module.css';
import { remarkWords } from './words.ts';

interface RemarkFormProps {
  readonly action: Action;
  readonly people: readonly { readonly name: string; readonly displayName: string }[];
  readonly isSending: boolean;
  onSend(filled: { to?: string; text: string; attachments: string[] }): void;
  onCancel(): void;
}

/** What somebody says: to whom it is given, the words, and a file that goes with them. */
export function RemarkForm({ action, people, isSending, onSend, onCancel }: RemarkFormProps) {
  const words = useWords(remarkWords);
  const id = useId();
  const [to, setTo] = useState<string>();
  const [text, setText] = useState('');
  const { file, state, share, start, cancel } = useUpload('attachment');
  const needsText = action === 'contest' || action === 'answer';
  const isReady =
    (!needsText || text.trim() !== '') &&
    (action !== 'assign' || to !== undefined) &&
    (file === undefined || state?.phase === 'done');
  const send = (): void => {
    if (!isReady) return;
    onSend({
      text: text.trim(),
      ...(action === 'assign' && to !== undefined && { to }),
      attachments: state?.phase === 'done' ? [state.upload] : [],
    });
  };
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <strong>{words.actions[action]}</strong>
      {action === 'assign' && (
        <Select
          aria-label={words.to}
          placeholder={people.length === 0 ? words.noAssignees : words.choose}
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ name, displayName }) => ({
            value: name,
            label: `${displayName}（${name}）`,
          }))}
          value={to}
          onChange={setTo}
        />
      )}
      <label htmlFor={id} className={style.none}>
        {action === 'contest' ? words.reason : needsText ? words.text : words.note}
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoFocus
      />
      {file ? (
        <div className={style.who}>
          <span>
            <Paperclip size={12} aria-hidden="true" /> {file.name}{' '}
            {state?.phase !== 'done' && state?.phase !== 'failed' && words.sending(Math.floor(share * 100))}
          </span>
          <button type="button" aria-label={words.remove(file.name)} onClick={cancel}>
            <X size={12} aria-hidden="true" />
          </button>
        </div>
      ) : (
        action !== 'assign' && (
          <label className={style.none}>
            {words.attach}{' '}
            <input
              type="file"
              onChange={({ target }) => {
                const [chosen] = target.files ?? [];
                if (chosen) start(chosen);
              }}
            />
          </label>
        )
      )}
      {state?.phase === 'failed' && <ProblemNote error={state.message} />}
      <div className={style.actions}>
        <Button size="small" type="primary" htmlType="submit" disabled={!isReady} loading={isSending}>
          {words.send}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
