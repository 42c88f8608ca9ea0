/** Where a workbook is dropped or chosen; it stays in the browser until it is sent. */

import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  file: File | undefined;
  onFile: (file: File | undefined) => void;
}

export function DropSheet({ file, onFile }: Props) {
  const { t } = useTranslation('staff-imports');
  return (
    <Upload.Dragger
      accept=".xlsx"
      maxCount={1}
      beforeUpload={async (chosen) => {
        // A copy: what is imported is what was looked at, even if Excel saves the file in between.
        onFile(new File([await chosen.arrayBuffer()], chosen.name));
        return false;
      }}
      onRemove={() => onFile(undefined)}
      fileList={file ? [{ uid: '1', name: file.name, status: 'done' }] : []}
    >
      <p className="ant-upload-drag-icon">
        <InboxOutlined />
      </p>
      <p className="ant-upload-text">{t('drop')}</p>
      <p className="ant-upload-hint">{t('drop_hint')}</p>
    </Upload.Dragger>
  );
}
