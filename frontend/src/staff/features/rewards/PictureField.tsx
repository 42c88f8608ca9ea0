/** The picture of a reward in its form: uploaded as it is chosen, shown when the form is saved. */

import { useMutation } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { uploadPicture } from '@/lib/pictures';
import { Photos } from '../../ui/Photos';
import { useTold } from '../../ui/useTold';

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (photo: string | null) => void;
}

export function PictureField({ id, value, onChange }: Props) {
  const { t } = useTranslation('staff-rewards');
  const told = useTold();
  const upload = useMutation({
    mutationFn: uploadPicture,
    onSuccess: (photo) => onChange?.(photo.id),
    onError: told.failed,
  });
  return (
    <div className="filters">
      {value && <Photos photos={[{ id: value }]} />}
      <Upload
        accept="image/jpeg,image/png,image/webp"
        showUploadList={false}
        beforeUpload={(file) => {
          upload.mutate(file);
          return false;
        }}
      >
        <Button id={id} loading={upload.isPending}>
          {t(value ? 'picture.replace' : 'picture.choose')}
        </Button>
      </Upload>
      {value && (
        <Button type="text" onClick={() => onChange?.(null)}>
          {t('picture.remove')}
        </Button>
      )}
    </div>
  );
}
