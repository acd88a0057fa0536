/** All tests of the folder; the bundle puts them together. */
declare module 'umtopo-tests';
