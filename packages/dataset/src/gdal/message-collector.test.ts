import { describe, expect, it } from 'vitest';
import { MessageCollector } from './message-collector.ts';

describe('MessageCollector', () => {
  it('counts equal warnings and keeps errors apart', () => {
    const messages = new MessageCollector();
    messages.add('Warning 1: odd ring');
    messages.add('Warning 1: odd ring');
    messages.add('ERROR 1: broken');
    expect(messages.take()).toEqual({
      errors: ['broken'],
      warnings: [{ text: 'odd ring', count: 2 }],
    });
    expect(messages.take()).toEqual({ errors: [], warnings: [] });
  });

  it('leaves out the folders of whoever compiled GDAL', () => {
    const messages = new MessageCollector();
    messages.add('ERROR 1: Error occurred in /home/a/b/filegdbtable.cpp at line 1');
    expect(messages.take().errors).toEqual(['Error occurred in filegdbtable.cpp at line 1']);
  });

  it('takes what PROJ says of an unknown CRS as a warning', () => {
    const messages = new MessageCollector();
    messages.add('ERROR 1: PROJ: proj_create_from_database: crs not found');
    expect(messages.take().errors).toEqual([]);
  });

  it('keeps a damaged file from filling memory', () => {
    const messages = new MessageCollector();
    for (let i = 0; i < 1000; i++) messages.add(`ERROR 1: ${i}`);
    expect(messages.take().errors.length).toBeLessThan(100);
  });
});
