import { api } from './api/calls';
import { refreshMe } from './session';
import { haptic } from './telegram/environment';
import { common } from './text/common';
import { type Language, language } from './text/language';
import { sentence } from './text/sentence';
import { toast } from './ui/feedback';
import { Chips } from './ui/parts';

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
      label={common().language}
      options={(Object.keys(NAMES) as Language[]).map((value) => ({ value, text: NAMES[value] }))}
      value={language.value}
      onChange={choose}
    />
  );
}
