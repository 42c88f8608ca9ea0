/** The small picture of a thing whose name stands beside it; without one, the first sign of the name. */

import { usePicture, useSeen } from '@/lib/pictures';

interface Props {
  photo: string | null | undefined;
  name: string;
  side?: number;
}

export function Thumbnail({ photo, name, side = 40 }: Props) {
  const [place, seen] = useSeen<HTMLSpanElement>();
  const source = usePicture(photo ?? undefined, 'thumbnail', seen);
  return (
    <span ref={place} className="thumbnail" style={{ width: side, height: side, fontSize: side * 0.45 }} aria-hidden>
      {source !== undefined && <img src={source} alt="" width={side} height={side} loading="lazy" />}
      {photo == null && [...name][0]}
    </span>
  );
}
