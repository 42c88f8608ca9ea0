/** The few signs of the phone, drawn with lines; the words stand beside them always. */

const paths = {
  home: 'M3 11 12 4l9 7v9H3z M9.5 20v-6h5v6',
  activity: 'M4 6h16v14H4z M4 10h16 M8 3v4 M16 3v4 M8.5 15l2.5 2.5 4.5-5',
  offer: 'M3 7h18v4a2 2 0 0 0 0 4v4H3v-4a2 2 0 0 0 0-4z M14 7v12',
  reward: 'M4 9h16v3H4z M5 12h14v8H5z M12 9v11 M12 9C8 9 7 4 10 4c2 0 2 5 2 5s0-5 2-5c3 0 2 5-2 5',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M4 21c0-5 4-7 8-7s8 2 8 7',
  scan: 'M4 8V4h4 M16 4h4v4 M20 16v4h-4 M8 20H4v-4 M4 12h16',
  points: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M12 7v10 M8.5 10.5h7 M8.5 14h7',
  team: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M2 20c0-4 3-6 7-6s7 2 7 6 M16 4.5a3.5 3.5 0 0 1 0 6.5 M18 14.5c2.5.7 4 2.5 4 5.5',
  claim: 'M6 3h9l4 4v14H6z M14 3v5h5 M9 13h7 M9 17h5',
  pact: 'M3 12l9-8 9 8 M6 10v10h12V10 M9 15l2.5 2.5 4-4.5',
  notice: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4z M10 21h4',
  gift: 'M12 20S4 15 4 9.5A4 4 0 0 1 12 8a4 4 0 0 1 8 1.5C20 15 12 20 12 20z',
  wish: 'M12 3l2.7 5.8 6.3.7-4.7 4.3 1.3 6.2L12 17l-5.6 3 1.3-6.2L3 9.5l6.3-.7z',
  lead: 'M5 21V4 M5 5h12l-2.5 4L17 13H5',
  order: 'M4 8h16l-1.5 12h-13z M8.5 8a3.5 3.5 0 0 1 7 0',
  honour: 'M12 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10z M8.5 13 7 21l5-2.5 5 2.5-1.5-8',
} as const;

export type Sign = keyof typeof paths;

export const Icon = ({ sign }: { sign: Sign }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[sign]} />
  </svg>
);
