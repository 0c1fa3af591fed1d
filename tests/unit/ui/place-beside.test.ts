import { describe, expect, it } from 'vitest';
import { placeBeside } from '@/components/ui/place-beside';

const viewport = { width: 390, height: 844 };
const box = { width: 200, height: 300 };

describe('placeBeside', () => {
  it('goes below the start of the anchor', () => {
    const anchor = { left: 20, right: 100, top: 50, bottom: 94 };
    expect(placeBeside(anchor, box, viewport)).toEqual({ left: 20, top: 100 });
  });

  it('turns to the end and above where there is no room', () => {
    const anchor = { left: 300, right: 380, top: 700, bottom: 744 };
    expect(placeBeside(anchor, box, viewport)).toEqual({ left: 180, top: 394 });
  });

  it('never leaves the window at the start or the top', () => {
    const anchor = { left: 0, right: 60, top: 100, bottom: 144 };
    expect(placeBeside(anchor, { width: 380, height: 900 }, viewport)).toEqual({ left: 0, top: 150 });
    expect(placeBeside(anchor, { width: 500, height: 10 }, viewport).left).toBe(0);
  });
});
