/** Short tones that are made here: nothing to load, nothing to license. */
let context: AudioContext | null = null;

const storedAt = 'galla.sounds';

/** Whether this till makes sounds; kept on the machine, whose loudspeaker it is. */
export const hasSounds = (): boolean => localStorage.getItem(storedAt) !== 'off';
export const chooseSounds = (on: boolean): void => localStorage.setItem(storedAt, on ? 'on' : 'off');

/** Opens the loudspeaker, which takes a tenth of a second the first time: the first scan must not wait for that. */
export function prepareSounds(): void {
  if (hasSounds()) context ??= new AudioContext();
}

function tone(frequency: number, after: number, seconds: number, loudness = 0.06): void {
  if (!hasSounds()) return;
  context ??= new AudioContext();
  // One that was opened before anybody touched anything is silent until it is told.
  if (context.state === 'suspended') void context.resume();
  const start = context.currentTime + after;
  const source = context.createOscillator();
  const volume = context.createGain();
  source.type = 'square';
  source.frequency.value = frequency;
  // Rises and falls within a few milliseconds, so that it does not click.
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(loudness, start + 0.005);
  volume.gain.setValueAtTime(loudness, start + seconds - 0.01);
  volume.gain.linearRampToValueAtTime(0, start + seconds);
  source.connect(volume).connect(context.destination);
  source.start(start);
  source.stop(start + seconds);
}

/** It is on the bill: short and high, softer than the scanner's own beep. */
export function soundAdded(): void {
  tone(1320, 0, 0.05, 0.03);
}

/** A code that no product has, or that was misread: two low tones, unlike the scanner's own high one. */
export function soundUnknown(): void {
  tone(330, 0, 0.12);
  tone(247, 0.15, 0.2);
}

/** A scan that was not wanted now, or something that was refused: one low tone. */
export function soundRefused(): void {
  tone(196, 0, 0.3);
}

/** The bill is on the disk: two rising tones. */
export function soundDone(): void {
  tone(880, 0, 0.08, 0.04);
  tone(1175, 0.09, 0.12, 0.04);
}
