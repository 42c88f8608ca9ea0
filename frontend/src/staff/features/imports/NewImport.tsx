/** Imports a sheet in three steps: choose it, see what it would make and what is wrong with it, carry it out. */

import { useNavigate } from '@tanstack/react-router';
import { Card, Radio, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type ImportKind } from '@/api';
import { importKindValues } from '@/api/schema.gen';
import { CommandButton } from '../../ui/CommandButton';
import { LinkButton } from '../../ui/LinkButton';
import { Page } from '../../ui/Page';
import { DropSheet } from './DropSheet';
import { PreviewShown } from './PreviewShown';
import { workbook } from './sheets';
import { TemplateButtons } from './TemplateButtons';

export function NewImport() {
  const { t } = useTranslation('staff-imports');
  const navigate = useNavigate();
  const [kind, setKind] = useState<ImportKind>('residents');
  const [file, setFile] = useState<File>();
  const preview = $api.useMutation('post', '/api/v1/import-previews');
  const create = $api.useMutation('post', '/api/v1/imports');
  const look = (sheet: File | undefined, of: ImportKind) => {
    setKind(of);
    setFile(sheet);
    preview.reset();
    if (sheet) preview.mutate({ params: { query: { kind: of } }, ...workbook(sheet) });
  };
  const carryOut = async () => {
    if (file === undefined) return;
    const made = await create.mutateAsync({
      params: { query: { kind, file_name: file.name } },
      ...workbook(file),
    });
    await navigate({ to: '/imports/$id', params: { id: made.id } });
  };
  const why = () => {
    if (file === undefined) return t('why.no_file');
    if (preview.data === undefined) return t('why.not_looked');
    return preview.data.fault_count > 0 ? t('why.faults') : undefined;
  };
  return (
    <Page
      title={t('new')}
      actions={
        <>
          <LinkButton to="/imports">{t('back')}</LinkButton>
          <CommandButton type="primary" run={carryOut} done={t('done')} ask={t('ask')} why={why()}>
            {t('carry_out')}
          </CommandButton>
        </>
      }
    >
      <Card title={t('step_choose')}>
        <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
          <Radio.Group
            aria-label={t('kind')}
            value={kind}
            onChange={({ target }) => look(file, target.value)}
            options={importKindValues.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            optionType="button"
          />
          <DropSheet file={file} onFile={(sheet) => look(sheet, kind)} />
          <Space wrap>
            <span>{t('template_hint')}</span>
            <TemplateButtons />
          </Space>
        </Space>
      </Card>
      {file !== undefined && <PreviewShown preview={preview} onAgain={() => look(file, kind)} name={file.name} />}
    </Page>
  );
}
