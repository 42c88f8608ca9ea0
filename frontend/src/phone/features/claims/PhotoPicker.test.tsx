import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { server } from '@/testing/server';
import { show } from '../../testing/show';
import { PhotoPicker } from './PhotoPicker';

const PHOTOS = 'http://linli.test/api/v1/photos';
const picture = (name: string) => new File([name], name, { type: 'image/png' });

function Picker() {
  const [photos, setPhotos] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  return (
    <>
      <PhotoPicker photos={photos} onChange={setPhotos} onBusy={setBusy} />
      <output>{busy ? 'busy' : photos.join()}</output>
    </>
  );
}

it('sends the bytes themselves, one photo after the other, and removes one again', async () => {
  const sent: string[] = [];
  server.use(
    http.post(PHOTOS, async ({ request }) => {
      sent.push(`${request.headers.get('Content-Type')} ${await request.text()}`);
      return HttpResponse.json({ id: `p${sent.length}` }, { status: 201 });
    }),
    http.get(`${PHOTOS}/:id/thumbnail`, () => new HttpResponse('jpeg')),
  );
  show(<Picker />);
  await userEvent.upload(await screen.findByLabelText('拍照或选择照片'), [picture('one'), picture('two')]);
  expect(await screen.findByText('p1,p2')).toBeVisible();
  expect(sent).toEqual(['image/png one', 'image/png two']);
  await userEvent.click(screen.getByRole('button', { name: '删除照片 1' }));
  expect(screen.getByText('p2')).toBeVisible();
});

it('keeps what was sent when the next photo is refused, and says why', async () => {
  const refusal = { kind: 'invalid-input', status: 422, title: '填写有误', title_en: '', detail: '照片不能超过 10 MB' };
  const answers = [HttpResponse.json({ id: 'p1' }, { status: 201 }), HttpResponse.json(refusal, { status: 422 })];
  server.use(
    http.post(PHOTOS, () => answers.shift()),
    http.get(`${PHOTOS}/:id/thumbnail`, () => new HttpResponse('jpeg')),
  );
  show(<Picker />);
  await userEvent.upload(await screen.findByLabelText('拍照或选择照片'), [picture('one'), picture('two')]);
  expect(await screen.findByRole('alert')).toHaveTextContent('照片不能超过 10 MB');
  expect(screen.getByText('p1')).toBeVisible();
});
