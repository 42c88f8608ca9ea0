/** Reads QR codes from the camera's picture; loaded only when somebody scans. Its wasm comes from our own server. */

import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

prepareZXingModule({
  overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasm : prefix + path) },
});

const detector = new BarcodeDetector({ formats: ['qr_code'] });

/** The text of a code in the picture, if there is one. */
export async function textIn(picture: HTMLVideoElement): Promise<string | undefined> {
  const [found] = await detector.detect(picture);
  return found?.rawValue;
}
