/** Copies the command that shows a worker to the operating system's own tools: the proof that it is a real process. */
import { Copy } from 'lucide-react';
import { toast } from 'sonner';
import { IconButton } from '../../../ui/button';

async function copy(command: string): Promise<void> {
  const answer = await window.poolscope.call('clipboard:write', command);
  if (answer.ok) toast.success(`Copied: ${command}`);
  else toast.error(answer.message);
}

export function CopyPs({ pid }: { pid: number | null }) {
  if (pid === null) return null;
  const command = `ps -p ${pid}`;
  return (
    <IconButton label={`Copy ${command}`} onClick={() => void copy(command)}>
      <Copy size={14} aria-hidden="true" />
    </IconButton>
  );
}
