/** The part of gdal3.js we use: its Emscripten module, under the convenience functions that allow no choice of driver. */
export interface Gdal {
  readonly Module: {
    readonly FS: {
      mkdirTree(path: string): void;
      mount(type: unknown, options: { root: string }, at: string): void;
    };
    readonly NODEFS: unknown;
    ccall(
      name: string,
      result: 'number' | 'string',
      types: readonly string[],
      values: readonly unknown[],
    ): unknown;
    _malloc(size: number): number;
    _free(pointer: number): void;
    setValue(pointer: number, value: number, type: '*'): void;
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, pointer: number, size: number): void;
  };
}

/** GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR, read-only. */
export const OPEN_VECTOR_VERBOSE = 0x04 | 0x40;
