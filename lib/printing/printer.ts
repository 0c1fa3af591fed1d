/** Rolls: the widths of their paper, in characters of the small font, and in dots. */
export const PAPER_COLUMNS = [48, 32] as const;
export type PaperColumns = (typeof PAPER_COLUMNS)[number];

/** Width of what a printer can print on its roll: 80 mm paper and 58 mm paper at 203 dpi. */
export const PAPER_DOTS: Record<PaperColumns, number> = { 48: 576, 32: 384 };

/** Alphabets of printers: Chinese beside Western European, or one Western European page alone. */
export const CODE_PAGES = ['gb18030', 'cp858', 'windows1252'] as const;
export type CodePage = (typeof CODE_PAGES)[number];

/** Printers listen on 9100 and the next: nothing else of the house's network is to be reached through this door. */
export const PRINTER_PORTS = { least: 9100, most: 9199 } as const;

/** What is known of a printer: what it said last, or that nothing was heard of it. */
export const PRINTER_STATES = ['unknown', 'ready', 'paperLow', 'paperOut', 'coverOpen', 'offline', 'error'] as const;
export type PrinterState = (typeof PRINTER_STATES)[number];

/** Slips come out of it, as far as anybody knows. */
export function prints(state: PrinterState): boolean {
  return state === 'unknown' || state === 'ready' || state === 'paperLow';
}

export interface Printer {
  id: string;
  hallId: string;
  name: string;
  /** Name or address in the hall's own network. */
  host: string;
  port: number;
  columns: PaperColumns;
  codePage: CodePage;
  /** It answers when it is asked for its state; one that does not is believed when it took the bytes. */
  answersStatus: boolean;
  /** The guide desk's slips come out here. */
  forGuide: boolean;
  active: boolean;
  state: PrinterState;
  stateSince: Date;
}
