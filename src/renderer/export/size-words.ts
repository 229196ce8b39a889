/** How large a picture will be, as far as that is known before it is drawn. */
import { type PictureOptions, sizeTrouble } from '../../shared/picture-options';

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

export function sizeWords({ width, height, scale, format }: PictureOptions): string {
  const factor = format === 'svg' ? 1 : scale;
  const wide = whole.format(Math.round(width * factor));
  if (height === null) return `${wide} pixels wide, as high as all lanes need`;
  const trouble = sizeTrouble(width * factor, height * factor);
  return trouble ?? `${wide} × ${whole.format(Math.round(height * factor))} pixels`;
}
