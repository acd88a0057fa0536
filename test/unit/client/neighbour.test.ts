import { describe, expect, it } from 'vitest';
import { neighbour } from '../../../client/webview/neighbour';

const places = [
  { id: 'pstn', x: 0, y: 30 },
  { id: 'clients', x: 0, y: 110 },
  { id: 'pool', x: 200, y: 60 },
  { id: 'plan', x: 500, y: 30 },
  { id: 'edge', x: 500, y: 110 },
  { id: 'other', x: 500, y: 190 },
];

function from(id: string, direction: Parameters<typeof neighbour>[2]): string | undefined {
  const place = places.find((each) => each.id === id);
  return place && neighbour(places, place, direction)?.id;
}

describe('arrow keys', () => {
  it('stay in the lane up and down', () => {
    expect(from('plan', 'down')).toBe('edge');
    expect(from('other', 'up')).toBe('edge');
    expect(from('pstn', 'up')).toBeUndefined();
    expect(from('pool', 'down')).toBeUndefined();
  });

  it('go to what is nearest in the next lane', () => {
    expect(from('clients', 'right')).toBe('pool');
    expect(from('pool', 'right')).toBe('plan');
    expect(from('other', 'left')).toBe('pool');
    expect(from('pool', 'left')).toBe('pstn');
    expect(from('edge', 'right')).toBeUndefined();
  });
});
