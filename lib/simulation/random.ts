/**
 * Seeded random numbers for simulations: small, fast, and the same on every machine.
 *
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand), seeded through splitmix32. Not for secrets.
 */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 0;

  constructor(seed: number) {
    this.restart(seed);
  }

  /** Begins anew, as a fresh generator with this seed would. */
  restart(seed: number): void {
    let state = (Math.floor(seed) ^ Math.floor(seed / 0x1_0000_0000)) | 0;
    const mix = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let z = state ^ (state >>> 16);
      z = Math.imul(z, 0x21f0aaad);
      z ^= z >>> 15;
      z = Math.imul(z, 0x735a2d97);
      return (z ^ (z >>> 15)) | 0;
    };
    this.a = mix();
    this.b = mix();
    this.c = mix();
    this.counter = 1;
    // The first outputs of sfc32 still show the seed.
    for (let i = 0; i < 12; i += 1) this.next();
  }

  /** Uniform on [0, 1), 32 bits. */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  /** Exponential with this mean; never infinite. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Whole number from 0 to below - 1. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }
}
