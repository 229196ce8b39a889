/** What `poolscope export` can write. */

import { DRAWN_FORMATS } from '../../shared/picture-options';

export const DATA_FORMATS = ['trace', 'csv'] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];

export const EXPORT_FORMATS = [...DATA_FORMATS, 'html', ...DRAWN_FORMATS] as const;
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
