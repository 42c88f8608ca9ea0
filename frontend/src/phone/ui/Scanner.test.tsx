import { readFileSync } from 'node:fs';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Scanner } from './Scanner';

const manifestOf = (name: string) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));

const camera = (getUserMedia: () => Promise<MediaStream>) =>
  vi.stubGlobal('navigator', { ...navigator, mediaDevices: { getUserMedia } });

it('has the very wasm that the decoder was made for: another one reads nothing', () => {
  expect(manifestOf('zxing-wasm').version).toBe(manifestOf('barcode-detector').dependencies['zxing-wasm']);
});

it('says what to do when the camera is refused, and takes a typed code', async () => {
  camera(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
  const onCode = vi.fn();
  render(<Scanner onCode={onCode} onClose={() => undefined} />);
  expect(await screen.findByText(/没有相机权限/)).toBeVisible();
  await userEvent.type(screen.getByLabelText('代码'), ' 482913 {Enter}');
  expect(onCode).toHaveBeenCalledExactlyOnceWith('482913');
});

it('says that a device has no camera', async () => {
  camera(() => Promise.reject(new DOMException('no', 'NotFoundError')));
  render(<Scanner onCode={() => undefined} onClose={() => undefined} />);
  expect(await screen.findByText(/没有找到相机/)).toBeVisible();
});
