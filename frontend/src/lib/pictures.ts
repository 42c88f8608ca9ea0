/** Pictures that only who is signed in may see: fetched with the reader's own token, once, and not before they come into view. */

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, type Photo } from '@/api';

export type PictureSize = 'thumbnail' | 'whole';

/** How far below the screen a picture is asked for already. */
const AHEAD = '200px';

/** For how long a picture is kept after nobody shows it any more. */
const KEPT_MS = 30 * 60_000;

/** The address of a picture within this page, once it is there. A picture never changes: no command asks for it again. */
export function usePicture(id: string | undefined, size: PictureSize, wanted = true): string | undefined {
  const { data } = useQuery({
    queryKey: ['picture', size, id],
    queryFn: () => bytesOf(id ?? '', size),
    enabled: wanted && id !== undefined,
    staleTime: 'static',
    gcTime: KEPT_MS,
  });
  return useAddress(data);
}

/** Whether an element has come near the screen; from then on it has. */
export function useSeen<E extends Element>() {
  const element = useRef<E>(null);
  const [seen, setSeen] = useState(() => typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (seen || element.current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), {
      rootMargin: AHEAD,
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [seen]);
  return [element, seen] as const;
}

/** Uploads a picture; its bytes are the whole body. Until it is attached to something it is the caller's own. */
export async function uploadPicture(picture: Blob): Promise<Photo> {
  // The type of the document knows bytes as text.
  const { data, error } = await api.POST('/api/v1/photos', {
    body: '',
    bodySerializer: () => picture,
    headers: { 'Content-Type': picture.type || 'image/jpeg' },
  });
  if (data === undefined) throw error;
  return data;
}

async function bytesOf(id: string, size: PictureSize): Promise<Blob> {
  const init = { params: { path: { id } }, parseAs: 'blob' } as const;
  const { data, error } =
    size === 'thumbnail'
      ? await api.GET('/api/v1/photos/{id}/thumbnail', init)
      : await api.GET('/api/v1/photos/{id}', init);
  if (data === undefined) throw error;
  return data;
}

/** The address of bytes, for as long as they are shown. */
function useAddress(bytes: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (bytes === undefined) return;
    const made = URL.createObjectURL(bytes);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
      setAddress(undefined);
    };
  }, [bytes]);
  return address;
}
