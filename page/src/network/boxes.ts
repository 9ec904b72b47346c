// Boxes on the screen, and whether one meets another.

export interface Box { left: number; top: number; right: number; bottom: number }

export function meets(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

// Boxes by the cells that they touch, so that thousands of marks are quickly asked.
export class Occupied {
  private readonly cells = new Map<number, Box[]>();
  private static readonly size = 48;

  private *keys(box: Box): Generator<number> {
    const { size } = Occupied;
    for (let i = Math.floor(box.left / size); i <= Math.floor(box.right / size); ++i) {
      for (let j = Math.floor(box.top / size); j <= Math.floor(box.bottom / size); ++j) yield i * 4096 + j;
    }
  }

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  meets(box: Box): boolean {
    for (const key of this.keys(box)) {
      if (this.cells.get(key)?.some((taken) => meets(taken, box))) return true;
    }
    return false;
  }
}
