/** What `poolscope export` can write. */

import { DRAWN_FORMATS } from '../../shared/picture-options';
import { DATA_FORMATS } from '../../shared/window-export';

export const EXPORT_FORMATS = [...DATA_FORMATS, ...DRAWN_FORMATS] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** As they stand on the command line. */
export interface ExportFlags {
  readonly format: string;
  readonly out: string;
  readonly width?: string;
  readonly height?: string;
  readonly scale?: string;
  readonly theme?: string;
  readonly from?: string;
  readonly to?: string;
  readonly at?: string;
  readonly speed?: string;
  readonly fps?: string;
  readonly seconds?: string;
  readonly titleCard?: boolean;
  readonly captions?: boolean;
  readonly title?: boolean;
  readonly legend?: boolean;
  readonly groupBy?: string;
  readonly colourBy?: string;
}
