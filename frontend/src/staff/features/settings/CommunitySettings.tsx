/** The settings of the community, each with what it does. */

import { Alert, Button, Card, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Community, type CommunityChange } from '@/api';
import { Answer } from '../../ui/Answer';
import { showAtFields } from '../../ui/DialogForm';
import { Page } from '../../ui/Page';
import { useTold } from '../../ui/useTold';
import { useMe } from '../shell/useMe';
import { GeneralFields } from './GeneralFields';
import { OpeningFields } from './OpeningFields';
import { WatchFields } from './WatchFields';

export function CommunitySettings() {
  const { t } = useTranslation('staff-settings');
  const query = $api.useQuery('get', '/api/v1/community');
  return (
    <Page title={t('title')}>
      <Answer query={query}>{(community) => <Settings community={community} />}</Answer>
    </Page>
  );
}

function Settings({ community }: { community: Community }) {
  const { t } = useTranslation('staff-settings');
  const { t: words } = useTranslation('staff');
  const { isAdministrator } = useMe();
  const told = useTold();
  const [form] = Form.useForm<CommunityChange>();
  const [refusal, setRefusal] = useState<string>();
  const change = $api.useMutation('patch', '/api/v1/community');
  const finish = async (body: CommunityChange) => {
    setRefusal(undefined);
    try {
      await change.mutateAsync({ body });
      told.done(t('saved'));
    } catch (error) {
      setRefusal(showAtFields(form, error) ? words('state.look_at_fields') : told.sentence(error));
    }
  };
  return (
    <Form<CommunityChange>
      form={form}
      layout="vertical"
      className="narrow page"
      onFinish={finish}
      initialValues={community}
      disabled={!isAdministrator}
    >
      {!isAdministrator && <Alert type="info" showIcon title={t('only_administrator')} />}
      <Card>
        <GeneralFields slug={community.slug} />
      </Card>
      <Card title={<h2 className="card-title">{t('supermarket')}</h2>}>
        <OpeningFields />
      </Card>
      <Card title={<h2 className="card-title">{t('watch')}</h2>}>
        <WatchFields />
      </Card>
      {refusal !== undefined && <Alert type="error" showIcon title={refusal} />}
      {isAdministrator && (
        <div>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t('save')}
          </Button>
        </div>
      )}
    </Form>
  );
}
