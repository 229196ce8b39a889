/**
 * WebM and MP4: each frame is drawn, encoded by the browser and written while the next one is drawn. Frames that nobody
 * takes are not drawn ahead, so that memory stays as it is, however long the video.
 */
import {
  CanvasSource,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  type StreamTargetChunk,
  WebMOutputFormat,
} from 'mediabunny';
import type { ExportSink } from '../export-sink';
import type { Writer } from '../writers';
import { chooseEncoding } from './choose-encoding';
import { Film } from './film';
import { FilmProgress } from './film-progress';

/** Pieces of about this size are written. */
const CHUNK_BYTES = 1 << 20;

export const writeVideo: Writer = async (facts, options, sink) => {
  const film = new Film(facts, options);
  const { plan, canvas } = film;
  const container = options.format === 'mp4' ? 'mp4' : 'webm';
  const { config, note } = await chooseEncoding(container, film, plan.fps);
  sink.noted = note;
  const output = new Output({
    // The index of an MP4 is reserved at its begin: players start at once, and nothing is kept in memory.
    format: container === 'mp4' ? new Mp4OutputFormat({ fastStart: 'reserve' }) : new WebMOutputFormat(),
    target: new StreamTarget(writableTo(sink), { chunked: true, chunkSize: CHUNK_BYTES }),
  });
  const source = new CanvasSource(canvas, config);
  output.addVideoTrack(source, { frameRate: plan.fps, maximumPacketCount: plan.frames });
  await output.start();
  const progress = new FilmProgress(sink, plan.frames);
  try {
    for (let frame = 0; frame < plan.frames; frame++) {
      film.draw(frame);
      await source.add(frame / plan.fps, 1 / plan.fps);
      progress.done(frame + 1);
    }
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => undefined);
    throw error;
  }
};

function writableTo(sink: ExportSink): WritableStream<StreamTargetChunk> {
  return new WritableStream({ write: ({ data, position }) => sink.write(data, position) });
}
