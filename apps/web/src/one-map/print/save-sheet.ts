import { withDensity } from './jpeg-density.ts';
import type { Sheet } from './sheet.ts';

/** Of the picture that is kept. */
const QUALITY = 0.92;

/** A drawn sheet as a JPEG picture that knows its size on paper. */
export async function jpegOf(picture: HTMLCanvasElement, perInch: number): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/jpeg', QUALITY));
  if (!blob) throw new Error('这张图太大，浏览器没有画出来。请换小一号的纸张。');
  return withDensity(new Uint8Array(await blob.arrayBuffer()), perInch);
}

/** The picture as one page of its size. The library comes when a page is first made. */
export async function pdfOf(jpeg: Uint8Array, { width, height }: Sheet, title: string): Promise<Blob> {
  const { jsPDF } = await import('jspdf');
  const page = new jsPDF({
    unit: 'mm',
    format: [width, height],
    orientation: width > height ? 'landscape' : 'portrait',
  });
  page.setProperties({ title });
  page.addImage(jpeg, 'JPEG', 0, 0, width, height);
  return page.output('blob');
}

/** Hands a file to the one at the screen. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
