import { api } from '../../shared/api/calls';
import { refreshMe } from '../../shared/session';
import { haptic } from '../../shared/telegram/environment';
import { type Language, language } from '../../shared/text/language';
import { sentence } from '../../shared/text/sentence';
import { toast } from '../../shared/ui/feedback';
import { Chips } from '../../shared/ui/parts';
import { text } from '../text';

const NAMES: Record<Language, string> = { ru: 'Русский', en: 'English' };

/** The app speaks the other language at once; when the service did not hear of it, it goes back and says so. */
export function LanguageChoice() {
  const choose = async (chosen: Language) => {
    const before = language.value;
    if (chosen === before) return;
    haptic('select');
    language.value = chosen;
    try {
      await api.saveProfile({ language: chosen });
      await refreshMe();
    } catch (error) {
      language.value = before;
      toast(sentence(error, 'write'));
    }
  };
  return (
    <Chips
      label={text().language}
      options={(Object.keys(NAMES) as Language[]).map((value) => ({ value, text: NAMES[value] }))}
      value={language.value}
      onChange={choose}
    />
  );
}
