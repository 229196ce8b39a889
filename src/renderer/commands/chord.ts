/** Keys as words: what was pressed, and how this system writes it. */

/** What was pressed: `Shift+Space`, `Mod+O`. `Mod` is Command on macOS and Control elsewhere. */
export function chord(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  // A printed sign such as ? already says that Shift was held.
  const shift = event.shiftKey && (key === 'Space' || /^[A-Z]$/.test(key)) ? 'Shift+' : '';
  return `${mod}${event.altKey ? 'Alt+' : ''}${shift}${key}`;
}

/** A chord as this system writes it. */
export function chordText(text: string, platform: string): string {
  return text.replace('Mod+', platform === 'darwin' ? '⌘' : 'Ctrl+');
}
