/**
 * Where a floating box goes beside its anchor, in viewport pixels: below and aligned to the
 * start, turned above or to the end where it would leave the window.
 */
export function placeBeside(
  anchor: { left: number; right: number; top: number; bottom: number },
  box: { width: number; height: number },
  viewport: { width: number; height: number },
  gap = 6,
): { left: number; top: number } {
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - box.height;
  const top = below + box.height <= viewport.height || above < 0 ? below : above;
  const start = anchor.left + box.width <= viewport.width ? anchor.left : anchor.right - box.width;
  return { left: Math.max(0, start), top };
}
