import { expect } from 'vitest';
import { DatasetError, type DatasetErrorCode } from '../errors.ts';

/** Awaits a failure with the given code and returns the error for further looks. */
export async function failureOf(promise: Promise<unknown>, code: DatasetErrorCode): Promise<DatasetError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatasetError);
  expect((error as DatasetError).code, String(error)).toBe(code);
  return error as DatasetError;
}
