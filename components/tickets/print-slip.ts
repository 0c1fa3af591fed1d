/** The page with the slip answers at once; a server that is away must not leave the guide waiting for paper. */
const loadWithinMs = 10_000;

/**
 * Prints a ticket's slip through the browser: the server renders it, a hidden frame prints it. On a tablet whose browser
 * was started for silent printing the paper comes at once, otherwise the browser asks.
 *
 * @returns false when the slip could not be had; whether paper came out, no browser tells
 */
export function printSlip(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.style.cssText = 'position:fixed;inset-inline-start:-100vw;width:80mm;height:10px;border:0';
    const finish = (printed: boolean) => {
      clearTimeout(late);
      resolve(printed);
      // Not while the browser's own dialog still needs the page.
      if (printed) frame.contentWindow?.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
      else frame.remove();
    };
    const late = setTimeout(() => finish(false), loadWithinMs);
    frame.addEventListener('load', () => {
      const page = frame.contentWindow;
      const slip = page?.document.querySelector<HTMLElement>('[data-slip]');
      if (!page || !slip) {
        finish(false);
        return;
      }
      cutAfter(slip);
      finish(true);
      page.focus();
      page.print();
    });
    frame.src = address;
    document.body.append(frame);
  });
}

const mmPerPx = 25.4 / 96;

/** Paper as long as the slip: CSS has no page of 80 mm and any length, and a roll must not feed a whole sheet. */
function cutAfter(slip: HTMLElement) {
  const lengthMm = Math.ceil(slip.getBoundingClientRect().height * mmPerPx) + 8;
  const style = slip.ownerDocument.createElement('style');
  style.textContent = `@page { size: 80mm ${lengthMm}mm }`;
  slip.ownerDocument.head.append(style);
}
