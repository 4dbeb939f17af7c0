/** Short tones that are made here: nothing to load, nothing to license. */
let context: AudioContext | null = null;

function tone(frequency: number, after: number, seconds: number): void {
  context ??= new AudioContext();
  const start = context.currentTime + after;
  const source = context.createOscillator();
  const volume = context.createGain();
  source.type = 'square';
  source.frequency.value = frequency;
  // Rises and falls within a few milliseconds, so that it does not click.
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.06, start + 0.005);
  volume.gain.setValueAtTime(0.06, start + seconds - 0.01);
  volume.gain.linearRampToValueAtTime(0, start + seconds);
  source.connect(volume).connect(context.destination);
  source.start(start);
  source.stop(start + seconds);
}

/** A code that no product has, or that was misread: two low tones, unlike the scanner's own high one. */
export function soundUnknown(): void {
  tone(330, 0, 0.12);
  tone(247, 0.15, 0.2);
}

/** A scan that was not wanted now: one low tone. */
export function soundRefused(): void {
  tone(196, 0, 0.3);
}
