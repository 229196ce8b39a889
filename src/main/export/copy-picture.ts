/** Puts a picture on the clipboard. Electron has another way for that since 45; both are tried for. */
import * as electron from 'electron';

interface OldClipboard {
  writeImage?(image: electron.NativeImage): void;
}

/** @param png a whole PNG file */
export async function copyPicture(png: Uint8Array): Promise<void> {
  const old: OldClipboard = electron.clipboard as unknown as OldClipboard;
  if (old.writeImage !== undefined) {
    old.writeImage(electron.nativeImage.createFromBuffer(Buffer.from(png)));
    return;
  }
  const picture = new Blob([new Uint8Array(png)], { type: 'image/png' });
  await electron.clipboard.write([new electron.ClipboardItem({ 'image/png': picture })]);
}
