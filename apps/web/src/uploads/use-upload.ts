import { useCallback, useEffect, useRef, useState } from 'react';
import { type RunningUpload, type UploadState, uploadFile } from './upload-file.ts';

export interface FileUpload {
  readonly file: File | undefined;
  readonly state: UploadState | undefined;
  /** 0 to 1. */
  readonly share: number;
  start(file: File): void;
  pause(): void;
  resume(): void;
  /** Forgets the file, here and at the server. */
  cancel(): void;
}

/** One file on its way to the server. What is still on its way when the page is left goes on when the same file is chosen again. */
export function useUpload(purpose: 'input' | 'attachment'): FileUpload {
  const [file, setFile] = useState<File>();
  const [state, setState] = useState<UploadState>();
  const [sent, setSent] = useState(0);
  const running = useRef<RunningUpload>(undefined);
  /** Counts the files: what an earlier one still tells is not heard. */
  const turn = useRef(0);

  const start = useCallback(
    (chosen: File) => {
      const now = ++turn.current;
      running.current?.cancel();
      running.current = undefined;
      setFile(chosen);
      setSent(0);
      setState({ phase: 'sending', sent: 0 });
      const tell = (next: UploadState): void => {
        if (now !== turn.current) return;
        setState(next);
        if ('sent' in next && next.sent > 0) setSent(next.sent);
      };
      void uploadFile(chosen, purpose, tell).then((upload) => {
        if (now === turn.current) running.current = upload;
        else upload.cancel();
      });
    },
    [purpose],
  );
  const cancel = useCallback(() => {
    turn.current++;
    running.current?.cancel();
    running.current = undefined;
    setFile(undefined);
    setState(undefined);
  }, []);
  useEffect(() => () => running.current?.pause(), []);
  return {
    file,
    state,
    share: file && file.size > 0 ? Math.min(1, sent / file.size) : 0,
    start,
    cancel,
    pause: () => running.current?.pause(),
    resume: () => running.current?.resume(),
  };
}
