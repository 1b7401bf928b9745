import { Button, Progress } from 'antd';
import { CircleCheck, FileArchive, Upload } from 'lucide-react';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { bytes } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { useUpload } from '../uploads/use-upload.ts';
import { maintenanceWords } from '../words.ts';
import { isAccepted, type JobInput } from './job-inputs.ts';
import style from './start.module.css';

interface FileSlotProps {
  readonly title: string;
  onInput(input: JobInput | undefined): void;
}

/** Where a file is dropped or chosen; it is sent at once, and shows how far it has come. */
export function FileSlot({ title, onInput }: FileSlotProps) {
  const words = useWords(maintenanceWords);
  const id = useId();
  const { file, state, share, start, pause, resume, cancel } = useUpload('input');
  const [isOver, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();
  const tell = useRef(onInput);
  tell.current = onInput;
  useEffect(() => {
    if (!state || state.phase === 'failed') tell.current(undefined);
    else tell.current(state.phase === 'done' ? { upload: state.upload } : 'coming');
  }, [state]);
  const take = (files: FileList | null): void => {
    const [chosen, ...more] = files ?? [];
    if (!chosen) return;
    setRefused(
      more.length > 0 ? words.manyFiles : isAccepted(chosen.name) ? undefined : words.wrongFile(chosen.name),
    );
    if (more.length === 0 && isAccepted(chosen.name)) start(chosen);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  if (file && state) {
    const { phase } = state;
    const isGoing = phase === 'sending' || phase === 'waiting';
    return (
      <div className={style.file} aria-live="polite">
        <div className={style.name}>
          {phase === 'done' ? (
            <CircleCheck size={18} aria-hidden="true" data-done="" />
          ) : (
            <FileArchive size={18} aria-hidden="true" />
          )}
          <span>
            {file.name} <small>{bytes(file.size)}</small>
          </span>
        </div>
        {phase !== 'done' && phase !== 'failed' && (
          <Progress
            percent={Math.floor(share * 100)}
            size="small"
            aria-label={`${title} ${Math.floor(share * 100)}%`}
          />
        )}
        {phase === 'failed' && <ProblemNote error={state.message} />}
        <div className={style.ways}>
          <span data-phase={phase}>{words.phases[phase]}</span>
          {isGoing && (
            <Button size="small" onClick={pause}>
              {words.pause}
            </Button>
          )}
          {phase === 'paused' && (
            <Button size="small" onClick={resume}>
              {words.resume}
            </Button>
          )}
          {phase === 'failed' && (
            <Button size="small" onClick={() => start(file)}>
              {words.tryAgain}
            </Button>
          )}
          <Button size="small" onClick={cancel}>
            {phase === 'done' || phase === 'failed' ? words.remove : words.cancel}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <>
      <label
        htmlFor={id}
        className={style.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Upload size={20} aria-hidden="true" />
        <span>
          {isOver ? (
            words.dropNow
          ) : (
            <>
              {words.drop} <u>{words.choose}</u>
            </>
          )}
        </span>
        <small>{words.accepted}</small>
        <input
          id={id}
          type="file"
          className="visually-hidden"
          aria-label={title}
          accept=".zip,.gpkg,.geojson"
          onChange={({ target }) => {
            take(target.files);
            target.value = '';
          }}
        />
      </label>
      {refused !== undefined && <ProblemNote error={refused} />}
    </>
  );
}
