export interface Place {
  readonly id: string;
  /** The middle of the node. */
  readonly x: number;
  readonly y: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The node that an arrow key leads to. Up and down stay in the lane (nodes whose left edges agree); left and right go to the next lane, to what lies nearest in
 * height.
 */
export function neighbour(places: readonly Place[], from: Place, direction: Direction): Place | undefined {
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  if (direction === 'up' || direction === 'down') {
    const lane = places.filter((place) => sameLane(place, from) && (place.y - from.y) * sign > 0);
    return nearest(lane, (place) => Math.abs(place.y - from.y));
  }
  const beyond = places.filter((place) => !sameLane(place, from) && (place.x - from.x) * sign > 0);
  const next = nearest(beyond, (place) => Math.abs(place.x - from.x));
  if (!next) return undefined;
  return nearest(
    beyond.filter((place) => sameLane(place, next)),
    (place) => Math.abs(place.y - from.y),
  );
}

function sameLane(a: Place, b: Place): boolean {
  return Math.abs(a.x - b.x) < 1;
}

function nearest(places: readonly Place[], distance: (place: Place) => number): Place | undefined {
  return places.reduce<Place | undefined>((best, place) => {
    return best === undefined || distance(place) < distance(best) ? place : best;
  }, undefined);
}
