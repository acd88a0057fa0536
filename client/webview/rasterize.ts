/** Larger than this no browser makes a canvas. */
const side = 16_000;

/** An SVG that stands alone as a PNG in Base64, at twice the screen's resolution where there is room. */
export async function rasterize(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(2 * devicePixelRatio, side / width, side / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const url = canvas.toDataURL('image/png');
  if (!url.startsWith('data:image/png')) throw new Error('The picture is too large for a PNG; save it as SVG.');
  return url.slice(url.indexOf(',') + 1);
}
