import { create } from 'qrcode';

/** A QR code as one path of squares, drawn on the server: no screen carries the drawing. Dark on its light quiet zone. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
  return (
    <svg viewBox={`-2 -2 ${size + 4} ${size + 4}`} role="img" shapeRendering="crispEdges" className={className}>
      <title>{label}</title>
      <path d={path} />
    </svg>
  );
}
