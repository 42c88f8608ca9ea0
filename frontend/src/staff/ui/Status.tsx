/** A state as a coloured word; the colours have the contrast of AA. */

const tones = {
  neutral: ['#f0f0f0', '#434343'],
  waiting: ['#fff1cc', '#704700'],
  good: ['#d9f5e5', '#12592f'],
  warning: ['#fde3d8', '#8a2a0b'],
  ended: ['#ececec', '#595959'],
} as const;

export type Tone = keyof typeof tones;

export function Status({ tone, children }: { tone: Tone; children: string }) {
  const [background, color] = tones[tone];
  return (
    <span style={{ background, color, padding: '1px 8px', borderRadius: 4, whiteSpace: 'nowrap', fontSize: 13 }}>
      {children}
    </span>
  );
}
