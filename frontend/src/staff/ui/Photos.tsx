/** Pictures that only who is signed in may see: small ones in a row, large ones over the page. */

import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PictureSize, usePicture } from '@/lib/pictures';

interface Props {
  photos: { id: string }[];
  /** How wide and high the small ones are. */
  side?: number;
}

export function Photos({ photos, side = 96 }: Props) {
  const { t } = useTranslation('staff');
  const [shown, setShown] = useState<string>();
  return (
    <div className="filters">
      {photos.map(({ id }, index) => (
        <button
          key={id}
          type="button"
          className="photo"
          aria-label={t('photo.enlarge', { number: index + 1 })}
          onClick={() => setShown(id)}
        >
          <Picture id={id} size="thumbnail" style={{ width: side, height: side, objectFit: 'cover' }} />
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

interface PictureProps {
  id: string;
  size: PictureSize;
  style: React.CSSProperties;
}

function Picture({ id, size, style }: PictureProps) {
  const { t } = useTranslation('staff');
  const source = usePicture(id, size);
  // A picture that does not come leaves its place empty; the words beside it stand.
  if (source === undefined) return <span style={{ ...style, display: 'block', minHeight: 96 }} />;
  return <img src={source} alt={t('photo.title')} style={{ ...style, display: 'block', borderRadius: 5 }} />;
}
