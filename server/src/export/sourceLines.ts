import { relativePath } from '../base/paths';
import type { Deployment } from '../model/deployment';
import type { Place } from '../rules/types';
import type { LineIndex } from '../syntax/lineIndex';
import { basename } from './paths';

/** A place in the topology by its lines, counted from 1. */
export interface SourceLines {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** The path of a file of the deployment, as exported files name it. */
export function sourcePath(deployment: Deployment, path: string): string {
  return deployment.standalone ? basename(path) : relativePath(path, deployment.root);
}

/** A place for people: the file, and its line from 1. */
export function whereOf(deployment: Deployment, { path, start }: Place): string {
  return `${sourcePath(deployment, path)}:${(deployment.source(path)?.lines.lineAt(start) ?? 0) + 1}`;
}

/** Finds the lines of places; of one file after the other mostly. */
export class Locator {
  private path: string | undefined;
  private file = '';
  private lines: LineIndex | undefined;

  constructor(private readonly deployment: Deployment) {}

  linesOf(place: Place): SourceLines {
    this.turnTo(place.path);
    return { file: this.file, line: this.startOf(place), endLine: this.endOf(place) };
  }

  isAt(place: Place, lines: SourceLines | undefined): boolean {
    this.turnTo(place.path);
    return this.file === lines?.file && this.startOf(place) === lines.line && this.endOf(place) === lines.endLine;
  }

  /** Whether a place is that one line of that file. */
  isLine(place: Place, file: string, line: number): boolean {
    this.turnTo(place.path);
    return this.file === file && this.startOf(place) === line && this.endOf(place) === line;
  }

  private turnTo(path: string): void {
    if (path === this.path) return;
    this.path = path;
    this.file = sourcePath(this.deployment, path);
    this.lines = this.deployment.source(path)?.lines;
  }

  private startOf({ start }: Place): number {
    return (this.lines?.lineAt(start) ?? 0) + 1;
  }

  private endOf({ start, end }: Place): number {
    return (this.lines?.lineAt(Math.max(start, end - 1)) ?? 0) + 1;
  }
}
