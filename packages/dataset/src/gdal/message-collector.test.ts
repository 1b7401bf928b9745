import { describe, expect, it } from 'vitest';
import { MessageCollector } from './message-collector.ts';

describe('MessageCollector', () => {
  it('counts equal warnings, keeps errors, and forgets what was taken', () => {
    const messages = new MessageCollector();
    for (const line of ['Warning 1: odd', 'Warning 1: odd', 'ERROR 3: /build/src/ogr.cpp broke'])
      messages.add(line);
    expect(messages.take()).toEqual({ errors: ['ogr.cpp broke'], warnings: [{ text: 'odd', count: 2 }] });
    expect(messages.take()).toEqual({ errors: [], warnings: [] });
  });

  it('does not hold against a feature that it has many rings', () => {
    const messages = new MessageCollector();
    messages.add(
      'Warning 1: organizePolygons() received a polygon with more than 100 parts. The processing may be really slow.',
    );
    expect(messages.take().warnings).toEqual([]);
  });
});
