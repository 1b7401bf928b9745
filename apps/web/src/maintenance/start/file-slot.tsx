import { Button, Progress } from 'antd';
import { CircleCheck, FileArchive, FolderArchive, Upload } from 'lucide-react';
import { type ChangeEvent, type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { judgeDropped, packFiles } from '../../uploads/pack-files.ts';
import { filesChosen, filesDropped, type PlacedFile } from '../../uploads/placed-files.ts';
import { useUpload } from '../../uploads/use-upload.ts';
import { bytes } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { maintenanceWords } from '../words.ts';
import type { JobInput } from './job-inputs.ts';
import style from './start.module.css';

interface FileSlotProps {
  readonly title: string;
  onInput(input: JobInput | undefined): void;
}

/** Where a file or a folder is dropped or chosen; it is sent at once, a folder as an archive, and shows how far it has come. */
export function FileSlot({ title, onInput }: FileSlotProps) {
  const words = useWords(maintenanceWords);
  const id = useId();
  const { file, state, share, start, pause, resume, cancel } = useUpload('input');
  const [isOver, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [packing, setPacking] = useState<string>();
  const tell = useRef(onInput);
  tell.current = onInput;
  useEffect(() => {
    if (!state || state.phase === 'failed') tell.current(undefined);
    else tell.current(state.phase === 'done' ? { upload: state.upload } : 'coming');
  }, [state]);
  const take = async (files: readonly PlacedFile[]): Promise<void> => {
    setRefused(undefined);
    const dropped = judgeDropped(files);
    if (dropped.take === 'nothing') setRefused(words.refused[dropped.why](dropped.name));
    else if (dropped.take === 'file') start(dropped.file);
    else {
      setPacking(dropped.name);
      try {
        start(await packFiles(dropped.name, files));
      } catch {
        // Gone, in use, or not to be read by this browser.
        setRefused(words.refused.unreadable(dropped.name));
      } finally {
        setPacking(undefined);
      }
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void filesDropped(event.dataTransfer).then(take, () => setRefused(words.refused.unreadable('')));
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    if (target.files) void take(filesChosen(target.files));
    target.value = '';
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
  if (packing !== undefined)
    return (
      <div className={style.file} aria-live="polite">
        <div className={style.name}>
          <FolderArchive size={18} aria-hidden="true" />
          <span>{words.packing(packing)}</span>
        </div>
      </div>
    );
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: with the keyboard the two fields in it do the same */}
      <div
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
              {words.drop} <label htmlFor={id}>{words.choose}</label> {words.or}{' '}
              <label htmlFor={`${id}-folder`}>{words.chooseFolder}</label>
            </>
          )}
        </span>
        <small>{words.accepted}</small>
        <input
          id={id}
          type="file"
          className="visually-hidden"
          aria-label={title}
          accept=".zip,.gpkg,.geojson,.shp,.shx,.dbf,.prj,.cpg"
          multiple
          onChange={choose}
        />
        <input
          id={`${id}-folder`}
          type="file"
          className="visually-hidden"
          aria-label={words.folderOf(title)}
          webkitdirectory=""
          onChange={choose}
        />
      </div>
      {refused !== undefined && <ProblemNote error={refused} />}
    </>
  );
}
