/** Buttons, with words or with an icon alone. */
import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Tip } from './tip';

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'primary' | 'danger';
}

export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return <button type="button" className={clsx('button', look !== 'plain' && `button-${look}`, className)} {...rest} />;
}

interface IconButtonProps extends ComponentProps<'button'> {
  /** What it does, for a tooltip and a screen reader. */
  readonly label: string;
  readonly shortcut?: string;
  readonly children: ReactNode;
}

export function IconButton({ label, shortcut, className, ...rest }: IconButtonProps) {
  return (
    <Tip text={shortcut === undefined ? label : `${label} (${shortcut})`}>
      <button type="button" className={clsx('button button-icon', className)} aria-label={label} {...rest} />
    </Tip>
  );
}
