/** Pictures that only who is signed in may see: small ones in a row, large ones over the page. */

import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Photo } from '@/api';

type Size = 'thumbnail' | 'whole';

export function Photos({ photos }: { photos: Photo[] }) {
  const { t } = useTranslation('staff');
  const [shown, setShown] = useState<string>();
  return (
    <div className="filters">
      {photos.map(({ id }, index) => (
        <button
          key={id}
          type="button"
          aria-label={t('photo.enlarge', { number: index + 1 })}
          onClick={() => setShown(id)}
          style={{ padding: 0, border: '1px solid #d9d9d9', borderRadius: 6, cursor: 'zoom-in', background: '#fafafa' }}
        >
          <Picture id={id} size="thumbnail" style={{ width: 96, height: 96, objectFit: 'cover' }} />
        </button>
      ))}
      <Modal
        title={t('photo.title')}
        open={shown !== undefined}
        onCancel={() => setShown(undefined)}
        footer={null}
        width={800}
        destroyOnHidden
      >
        {shown !== undefined && <Picture id={shown} size="whole" style={{ width: '100%', height: 'auto' }} />}
      </Modal>
    </div>
  );
}

function Picture({ id, size, style }: { id: string; size: Size; style: React.CSSProperties }) {
  const { t } = useTranslation('staff');
  const [source, setSource] = useState<string>();
  useEffect(() => {
    let url: string | undefined;
    let gone = false;
    const load = async () => {
      const bytes = await bytesOf(id, size);
      if (gone || bytes === undefined) return;
      url = URL.createObjectURL(bytes);
      setSource(url);
    };
    // A picture that does not come leaves its place empty; the words beside it stand.
    load().catch(() => undefined);
    return () => {
      gone = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [id, size]);
  if (source === undefined) return <span style={{ ...style, display: 'block', minHeight: 96 }} />;
  return <img src={source} alt={t('photo.title')} style={{ ...style, display: 'block', borderRadius: 5 }} />;
}

async function bytesOf(id: string, size: Size): Promise<Blob | undefined> {
  const init = { params: { path: { id } }, parseAs: 'blob' } as const;
  const answer =
    size === 'thumbnail'
      ? await api.GET('/api/v1/photos/{id}/thumbnail', init)
      : await api.GET('/api/v1/photos/{id}', init);
  return answer.data;
}
