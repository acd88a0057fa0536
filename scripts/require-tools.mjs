// Stands before tools that start by themselves: says what is missing where they would fail without naming the cause.
import { requireTools } from './lib/project.mjs';

requireTools();
