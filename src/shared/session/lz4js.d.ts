declare module 'lz4js' {
  /** @returns one LZ4 frame */
  export function compress(bytes: Uint8Array): Uint8Array;
  /** How many bytes a frame comes to at most. @throws Error where it is not an LZ4 frame */
  export function decompressBound(frame: Uint8Array): number;
  /** Writes into `into`. @returns how many bytes @throws Error where it is not an LZ4 frame */
  export function decompressFrame(frame: Uint8Array, into: Uint8Array): number;
}
