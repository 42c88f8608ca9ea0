/** The camera at the back of the phone, shown in a video element and read until a code is found. */

import { type RefObject, useEffect, useRef, useState } from 'react';

const PAUSE_MS = 150;

/** What the camera does; the last three say why there is no picture. */
export type Camera = 'starting' | 'looking' | 'refused' | 'missing' | 'failed';

export function useCamera(video: RefObject<HTMLVideoElement | null>, onCode: (text: string) => void): Camera {
  const [camera, setCamera] = useState<Camera>('starting');
  const found = useRef(onCode);
  found.current = onCode;

  useEffect(() => {
    const stopped = new AbortController();
    look(video, stopped.signal, () => setCamera('looking')).then(
      (text) => text !== undefined && found.current(text),
      (error) => stopped.signal.aborted || setCamera(causeOf(error)),
    );
    return () => stopped.abort();
  }, [video]);

  return camera;
}

async function look(video: RefObject<HTMLVideoElement | null>, stopped: AbortSignal, onPicture: () => void) {
  if (navigator.mediaDevices === undefined) throw new DOMException('no camera here', 'NotFoundError');
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  try {
    const picture = video.current;
    if (picture === null || stopped.aborted) return undefined;
    picture.srcObject = stream;
    await picture.play();
    const { textIn } = await import('./decoder');
    onPicture();
    while (!stopped.aborted) {
      const text = await textIn(picture);
      if (stopped.aborted) return undefined;
      if (text !== undefined) return text;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

function causeOf(error: unknown): Camera {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return 'failed';
}
