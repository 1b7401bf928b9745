import type { DetailedError, Upload } from 'tus-js-client';

/** How far an upload has come. */
export type UploadState =
  | { readonly phase: 'sending' | 'paused' | 'checking'; readonly sent: number }
  | { readonly phase: 'waiting'; readonly sent: number }
  | { readonly phase: 'done'; readonly upload: string }
  | { readonly phase: 'failed'; readonly message: string; readonly code?: string };

export interface RunningUpload {
  pause(): void;
  resume(): void;
  /** Stops it, and the server forgets what it has of it. */
  cancel(): void;
}

/** Bytes of a request: a cut costs no more than this. */
const PIECE = 8 * 1024 * 1024;
/** Milliseconds after which a piece is sent again when the connection is cut. */
const AGAIN = [0, 1000, 3000, 5000, 10_000, 20_000];

/**
 * Sends a file in pieces by tus. One that was cut off goes on where it stopped, also after the page was closed.
 *
 * @param purpose `attachment`: goes with a remark, and is no input of a job
 */
export async function uploadFile(
  file: File,
  purpose: 'input' | 'attachment',
  tell: (state: UploadState) => void,
): Promise<RunningUpload> {
  const { Upload } = await import('tus-js-client');
  let isPaused = false;
  const upload: Upload = new Upload(file, {
    endpoint: '/api/v1/uploads',
    chunkSize: PIECE,
    retryDelays: AGAIN,
    removeFingerprintOnSuccess: true,
    metadata: { filename: file.name, ...(purpose === 'attachment' && { purpose }) },
    onProgress: (sent, total) => {
      if (!isPaused) tell({ phase: sent === total ? 'checking' : 'sending', sent });
    },
    onShouldRetry: (error) => {
      const status = (error as DetailedError).originalResponse?.getStatus() ?? 0;
      const isCut = status === 0 || status === 409 || status === 423 || status >= 500;
      if (isCut) tell({ phase: 'waiting', sent: 0 });
      return isCut;
    },
    onSuccess: () => tell({ phase: 'done', upload: numberOf(upload.url) }),
    onError: (error) => tell({ phase: 'failed', ...problemOf(error) }),
  });
  const [earlier] = await upload.findPreviousUploads();
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  upload.start();
  return {
    pause: () => {
      isPaused = true;
      void upload.abort();
      tell({ phase: 'paused', sent: 0 });
    },
    resume: () => {
      isPaused = false;
      upload.start();
    },
    cancel: () => void upload.abort(true).catch(() => undefined),
  };
}

const numberOf = (url: string | null): string => (url ?? '').split('/').at(-1) ?? '';

/** What the server says of a file that it does not take. */
function problemOf(error: Error | DetailedError): { readonly message: string; readonly code?: string } {
  const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined;
  try {
    const { detail, title, code } = JSON.parse(body ?? '') as Record<string, string>;
    return { message: detail ?? title ?? error.message, ...(code !== undefined && { code }) };
  } catch {
    return { message: error.message };
  }
}
