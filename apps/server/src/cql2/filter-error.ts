/** A filter that cannot be understood, or not answered over the layer it is put to. */
export class FilterError extends Error {
  /** Characters before the place, from 0; undefined where the whole is meant. */
  readonly at: number | undefined;

  /** @param message a part of a sentence, in Chinese */
  constructor(message: string, at?: number) {
    super(at === undefined ? message : `第 ${at + 1} 个字符处：${message}`);
    this.name = 'FilterError';
    this.at = at;
  }
}
