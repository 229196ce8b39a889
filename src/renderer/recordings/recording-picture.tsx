/** The picture of a recording; an empty frame while there is none. */
import { useEffect, useState } from 'react';
import type { Recording } from '../../shared/recordings';
import { PICTURE } from './draw-picture';

/** Pictures that were fetched, by recording and revision: they stay while the app runs, and are small. */
const urls = new Map<string, Promise<string | null>>();

export function RecordingPicture({ id, pictureRevision }: Pick<Recording, 'id' | 'pictureRevision'>) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    if (pictureRevision !== null) void urlOf(id, pictureRevision).then((found) => here && setUrl(found));
    return () => {
      here = false;
    };
  }, [id, pictureRevision]);
  return (
    <span className="recording-picture" style={{ width: PICTURE.width, height: PICTURE.height }}>
      {url !== null && <img src={url} width={PICTURE.width} height={PICTURE.height} alt="" />}
    </span>
  );
}

function urlOf(id: string, revision: number): Promise<string | null> {
  const key = `${id} ${revision}`;
  const known = urls.get(key);
  if (known !== undefined) return known;
  const made = window.poolscope.call('recording:thumbnail', { id }).then((answer) => {
    if (!answer.ok || answer.value === null) return null;
    return URL.createObjectURL(new Blob([new Uint8Array(answer.value)], { type: 'image/png' }));
  });
  urls.set(key, made);
  return made;
}
