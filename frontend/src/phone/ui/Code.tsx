/** A QR code with the code below it that can be read aloud and typed. */

import { QRCodeSVG } from 'qrcode.react';
import { grouped } from '@/lib/format';

const SIZE = 220;

/** What is scanned and what is typed may differ: the one may be a token that changes. */
export function Code({ scanned, typed, label }: { scanned: string; typed: string; label: string }) {
  return (
    <figure className="qr">
      <QRCodeSVG value={scanned} size={SIZE} title={label} marginSize={2} />
      <figcaption className="code">{grouped(typed)}</figcaption>
    </figure>
  );
}
