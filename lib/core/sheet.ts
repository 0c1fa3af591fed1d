/** One sheet of figures: a head and its rows. Shares are 0–1; null is an empty cell. */
export interface Sheet {
  name: string;
  columns: { title: string; kind: 'text' | 'count' | 'seconds' | 'share' | 'factor' }[];
  rows: (string | number | null)[][];
}
