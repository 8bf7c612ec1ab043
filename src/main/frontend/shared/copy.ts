import { haptic } from './telegram/environment';
import { toast } from './ui/feedback';

/** Puts a text on the clipboard and says so. Frames without the permission still allow the old way. */
export async function copy(words: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.value = words;
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  haptic('success');
  toast(done);
}
