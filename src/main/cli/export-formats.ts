/** What `poolscope export` can write. */

export const EXPORT_FORMATS = ['trace', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportFlags {
  readonly format: string;
  readonly out: string;
}
