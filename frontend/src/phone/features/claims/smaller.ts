/** Makes a picture smaller before it is sent: a phone's camera makes megabytes, and the server keeps 1600 pixels a side. */

const MOST_PIXELS = 1600;
const QUALITY = 0.85;

/** The picture as it is to be sent; as it was if this phone cannot make it smaller. */
export async function smaller(picture: File): Promise<Blob> {
  try {
    const image = await createImageBitmap(picture);
    const scale = Math.min(1, MOST_PIXELS / Math.max(image.width, image.height));
    if (scale === 1) return picture;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return drawn ?? picture;
  } catch {
    return picture;
  }
}
