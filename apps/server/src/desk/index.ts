export type { Side } from './desk-files.ts';
export { type DeskPlace, DeskWriter } from './desk-writer.ts';
