/** Slices, moments and open begins of one thread, as they stand in the file. */
import { Vector } from '../../shared/vector';

/** Times are microseconds, as the file has them, until all are known. */
export class ThreadSlices {
  readonly begin = new Vector(Float64Array);
  readonly end = new Vector(Float64Array);
  readonly name = new Vector(Uint32Array);
  readonly category = new Vector(Uint32Array);
  readonly args = new Vector(Uint32Array);
  readonly markAt = new Vector(Float64Array);
  readonly markName = new Vector(Uint32Array);
  /** Events B and E: they are paired when all are there, for a file need not be in order of time. */
  readonly edgeAt = new Vector(Float64Array);
  readonly edgeName = new Vector(Uint32Array);
  readonly edgeCategory = new Vector(Uint32Array);
  readonly edgeArgs = new Vector(Uint32Array);
  readonly edgeIsEnd = new Vector(Uint8Array);

  add(begin: number, end: number, name: number, category: number, args: number): void {
    this.begin.push(begin);
    this.end.push(end);
    this.name.push(name);
    this.category.push(category);
    this.args.push(args);
  }

  addEdge(isEnd: boolean, at: number, name: number, category: number, args: number): void {
    this.edgeAt.push(at);
    this.edgeName.push(name);
    this.edgeCategory.push(category);
    this.edgeArgs.push(args);
    this.edgeIsEnd.push(isEnd ? 1 : 0);
  }

  mark(at: number, name: number): void {
    this.markAt.push(at);
    this.markName.push(name);
  }
}
