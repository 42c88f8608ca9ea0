/** Photos of a deed, uploaded one by one as they are chosen. */

import { useMutation } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Photo } from '@/api';
import { uploadPicture } from '@/lib/pictures';
import { Photos } from '../../ui/Photos';
import { useTold } from '../../ui/useTold';

/** So many photos a claim has at most. */
const MOST = 6;

interface Props {
  id?: string;
  value?: Photo[];
  onChange?: (photos: Photo[]) => void;
}

export function PhotoUpload({ id, value = [], onChange }: Props) {
  const { t } = useTranslation('staff-claims');
  const told = useTold();
  const upload = useMutation({
    mutationFn: uploadPicture,
    onSuccess: (photo) => onChange?.([...value, photo]),
    onError: told.failed,
  });
  const full = value.length >= MOST;
  return (
    <div className="filters">
      {value.length > 0 && <Photos photos={value} />}
      <Upload
        accept="image/jpeg,image/png,image/webp"
        showUploadList={false}
        beforeUpload={(file) => {
          upload.mutate(file);
          return false;
        }}
      >
        <Button id={id} loading={upload.isPending} disabled={full} title={full ? t('photo_most') : undefined}>
          {t('action.add_photo')}
        </Button>
      </Upload>
      {value.length > 0 && (
        <Button type="text" onClick={() => onChange?.(value.slice(0, -1))}>
          {t('action.drop_photo')}
        </Button>
      )}
    </div>
  );
}
