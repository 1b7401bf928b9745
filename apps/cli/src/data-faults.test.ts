import { describe } from 'vitest';
import { expectDataFaultsFound } from './testing/data-faults.ts';

describe('the demonstration county with one fault of the data for every rule', () =>
  expectDataFaultsFound(2000));
