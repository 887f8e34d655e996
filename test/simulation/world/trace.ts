// What happened, as a hash (always) and as lines to read (when asked for). Equal seeds give equal hashes.

export class Trace {
  #high = 0x811c9dc5 | 0;
  #low = 0x01000193 | 0;
  /** Present when the trace is to be read. */
  readonly lines: string[] | undefined;

  constructor(readable: boolean) {
    this.lines = readable ? [] : undefined;
  }

  /** Adds numbers that say what happened. */
  mix(one: number, other: number): void {
    this.#high = Math.imul(this.#high ^ one, 0x01000193) ^ (this.#low >>> 15);
    this.#low = Math.imul(this.#low ^ other ^ (this.#high >>> 13), 0x85ebca6b);
  }

  /** Adds a text by its characters. */
  mixText(text: string): void {
    for (let index = 0; index < text.length; index++) this.mix(text.charCodeAt(index), index);
  }

  get hash(): string {
    return hex(this.#high) + hex(this.#low);
  }
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
