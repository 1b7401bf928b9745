import { Upload } from 'tus-js-client';

/** Sends a file as the workspace does, by the protocol's own client. @returns the upload's address */
export function sendUpload(
  server: string,
  token: string,
  name: string,
  content: Buffer,
  {
    purpose,
    ...options
  }: { readonly chunkSize?: number; readonly uploadUrl?: string; readonly purpose?: 'attachment' } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(content, {
      endpoint: `${server}/api/v1/uploads`,
      headers: { authorization: `Bearer ${token}` },
      metadata: { filename: name, ...(purpose && { purpose }) },
      retryDelays: null,
      ...options,
      onError: reject,
      onSuccess: () => resolve(new URL(upload.url!).pathname),
    });
    upload.start();
  });
}
