export { cmdletPage } from './cmdletPages';
export { kinds } from './kinds/all';
export { userRow } from './kinds/userRow';
export * from './lookup';
export { sourceOf, sources } from './sources';
export * from './types';
