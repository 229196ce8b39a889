/** LZ4 for Arrow streams: times of a million tasks take half the space, and every reader of Arrow knows it. */
import { CompressionType, compressionRegistry, RecordBatchStreamWriter, util } from 'apache-arrow';
import { compress, decompressBound, decompressFrame } from 'lz4js';

/** Shorter buffers stay as they are: clearing the compressor's table costs more than they are worth. */
const SHORTEST = 512;
/** Magic number and description of a frame, as the compressor writes them. */
const FRAME_HEAD = compress(new Uint8Array(0)).subarray(0, 7);
/** Set in the size of a block that is not compressed. */
const STORED = 0x80000000;
/** No buffer of ours is as long; a damaged one may say that it is. */
const LONGEST = 32 * 1024 ** 2;

/** Where frames are decompressed to: the codec would take the 4 MB of a whole block for each of them. */
let scratch = new Uint8Array(0);

export const lz4 = {
  encode: (bytes: Uint8Array): Uint8Array => (bytes.length < SHORTEST ? stored(bytes) : compress(bytes)),
  decode: (frame: Uint8Array): Uint8Array => {
    const most = decompressBound(frame);
    if (most > LONGEST) throw new RangeError(`a buffer of ${most} bytes`);
    if (most > scratch.length) scratch = new Uint8Array(most);
    return scratch.slice(0, decompressFrame(frame, scratch));
  },
};
compressionRegistry.set(CompressionType.LZ4_FRAME, lz4);

/** A frame of one block that is not compressed. Since it is no shorter, the writer takes the buffer as it is instead. */
function stored(bytes: Uint8Array): Uint8Array {
  const frame = new Uint8Array(FRAME_HEAD.length + 4 + bytes.length + 4);
  frame.set(FRAME_HEAD);
  new DataView(frame.buffer).setUint32(FRAME_HEAD.length, STORED + bytes.length, true);
  frame.set(bytes, FRAME_HEAD.length + 4);
  return frame;
}

type Body = ReturnType<RecordBatchStreamWriter['_compressBodyBuffers']>;

/** In front of each compressed buffer: its length when it is not compressed, or this, where it is not. */
const NOT_COMPRESSED = -1n;
const PREFIX_BYTES = 8;

/**
 * apache-arrow 21.2 writes the compressed length in front of a buffer; the format wants the length that it has when it
 * is decompressed, and other readers refuse what they find. Source: Arrow's Message.fbs, `BodyCompressionMethod.BUFFER`.
 */
export class CompressedStreamWriter extends RecordBatchStreamWriter {
  private pieces: Uint8Array[] = [];

  constructor() {
    super({ compressionType: CompressionType.LZ4_FRAME });
  }

  /** What has been written since the last time. The writer's own sink would keep all of it until the end. */
  take(): Uint8Array {
    return joined(this.pieces.splice(0));
  }

  override _write(chunk: Parameters<RecordBatchStreamWriter['_write']>[0]): this {
    const bytes = util.toUint8Array(chunk);
    if (!this._started || bytes.byteLength === 0) return this;
    this.pieces.push(bytes);
    this._position += bytes.byteLength;
    return this;
  }

  override _compressBodyBuffers(buffers: ArrayBufferView[]): Body {
    const body = super._compressBodyBuffers(buffers);
    // Pairs: a prefix and its buffer; both are empty where there is nothing.
    for (const [index, { byteLength }] of buffers.entries()) {
      const prefix = body.buffers[index * 2];
      if (prefix?.byteLength !== PREFIX_BYTES) continue;
      const view = new DataView(prefix.buffer, prefix.byteOffset, PREFIX_BYTES);
      if (view.getBigInt64(0, true) !== NOT_COMPRESSED) view.setBigInt64(0, BigInt(byteLength), true);
    }
    return body;
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let position = 0;
  for (const piece of pieces) {
    whole.set(piece, position);
    position += piece.length;
  }
  return whole;
}
