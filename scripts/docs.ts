// Writes every generated file, the reference pages and the grammar among them: the second half of `npm run docs`.
import { generators } from './generate/all';
import { writeGenerated } from './generate/write';

writeGenerated(generators.flatMap((generate) => generate()));
