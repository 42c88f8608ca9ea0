/** Empty sheets to be filled in, one for each kind of import. */

import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '@/api';
import { importKindValues } from '@/api/schema.gen';
import { useTold } from '../../ui/useTold';
import { saveTemplate } from './sheets';

export function TemplateButtons() {
  const { t } = useTranslation('staff-imports');
  const told = useTold();
  const fetch = (kind: ImportKind) => saveTemplate(kind, `${t(`templates.${kind}`)}.xlsx`).catch(told.failed);
  return (
    <Space wrap>
      {importKindValues.map((kind) => (
        <Button key={kind} onClick={() => fetch(kind)}>
          {t(`template_of.${kind}`)}
        </Button>
      ))}
    </Space>
  );
}
