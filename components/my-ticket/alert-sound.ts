let context: AudioContext | undefined;

/** Phones play nothing until the person has tapped: called from the tap that asks for the alert. */
export function unlockSound(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
  } catch {
    // No sound on this device: it vibrates, and the page shows it.
  }
}

/** Three rising notes, loud enough for a pocket. */
export function ringSound(): void {
  if (!context) return;
  void context.resume();
  for (const [i, hertz] of [660, 880, 1175].entries()) {
    const start = context.currentTime + i * 0.28;
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0.001, start);
    loudness.gain.exponentialRampToValueAtTime(0.5, start + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.26);
    tone.connect(loudness).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.27);
  }
}
