/** What a cashier hears and feels without looking: done, no, or not known. Silence where the device has neither. */

const tunes = { good: [880, 1320], bad: [220, 180], unsure: [520, 520, 520] } as const;
const shakes = { good: [60], bad: [180, 80, 180], unsure: [60, 60, 60] } as const;
const NOTE_S = 0.12;

let audio: AudioContext | undefined;

/** Browsers allow sound only after a touch: called at one. */
export function wakeSound() {
  if (typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  void audio.resume();
}

export function sound(tune: keyof typeof tunes) {
  navigator.vibrate?.([...shakes[tune]]);
  if (audio === undefined) return;
  for (const [place, pitch] of tunes[tune].entries()) note(audio, pitch, audio.currentTime + place * NOTE_S * 1.2);
}

function note(on: AudioContext, pitch: number, at: number) {
  const tone = on.createOscillator();
  const loudness = on.createGain();
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.25, at);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S);
  tone.connect(loudness).connect(on.destination);
  tone.start(at);
  tone.stop(at + NOTE_S);
}
