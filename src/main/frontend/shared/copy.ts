import { haptic } from './telegram/environment';
import { common } from './text/common';
import { toast } from './ui/feedback';

/** Puts a text on the clipboard and says whether that worked. */
export async function copy(words: string, done: string): Promise<void> {
  const copied = await isCopied(words);
  haptic(copied ? 'success' : 'error');
  toast(copied ? done : common().notCopied);
}

/** Frames without the permission still allow the old way. */
async function isCopied(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    // Outside of an open dialog nothing can be selected.
    const place = document.querySelector('dialog[open]') ?? document.body;
    const field = place.appendChild(document.createElement('textarea'));
    field.value = words;
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    return copied;
  }
}
