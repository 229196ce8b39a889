/** The seed: the same number gives the same sizes on every machine. */
import { Dices } from 'lucide-react';
import { useActions } from '../actions/context';
import { IconButton } from '../ui/button';
import { TextField } from './field';

const MOST = 1_000_000;

export function SeedField() {
  const { draft } = useActions();
  const roll = (): void => draft.set('seed', String(Math.floor(Math.random() * MOST)));
  return (
    <TextField
      path="seed"
      label="Seed"
      after={
        <IconButton label="Another seed" onClick={roll}>
          <Dices size={16} aria-hidden />
        </IconButton>
      }
    />
  );
}
