import { useState } from 'preact/hooks';
import { useAction } from '../../shared/action';
import { api } from '../../shared/api/calls';
import type { Me } from '../../shared/api/types';
import { CalendarRow } from '../../shared/calendar/calendar-row';
import { LanguageChoice } from '../../shared/language-choice';
import { refreshMe } from '../../shared/session';
import { common } from '../../shared/text/common';
import { parsePhone } from '../../shared/text/format';
import { viewerZone, zoneCity } from '../../shared/text/zones';
import { Problem, toast } from '../../shared/ui/feedback';
import { MainAction } from '../../shared/ui/main-action';
import { OtherAppRow } from '../../shared/ui/other-role';
import { Fact, Field } from '../../shared/ui/parts';
import { useUnsaved } from '../../shared/unsaved';
import { text } from '../text';

/** What trainers see of this person, and how the app and the bot speak to them. */
export function ProfilePage({ me }: { me: Me }) {
  return (
    <main class="page with-tabs">
      <h1>{text().profile}</h1>
      <Contact key={`${me.first_name}|${me.last_name}|${me.phone}`} me={me} />
      <section class="card">
        <LanguageChoice />
        <dl class="facts">
          <Fact label={text().zone}>{zoneCity(viewerZone)}</Fact>
        </dl>
        <p class="hint">{text().zoneHint}</p>
      </section>
      <div class="card flush">
        <CalendarRow />
        {me.trainer && <OtherAppRow app="trainer" telegramId={me.telegram_id} />}
      </div>
    </main>
  );
}

function Contact({ me }: { me: Me }) {
  const [firstName, setFirstName] = useState(me.first_name);
  const [lastName, setLastName] = useState(me.last_name ?? '');
  const [phone, setPhone] = useState(me.phone ?? '');
  const [wrong, setWrong] = useState<string>();
  const edited =
    firstName.trim() !== me.first_name || lastName.trim() !== (me.last_name ?? '') || phone !== (me.phone ?? '');
  useUnsaved(edited);
  const saving = useAction(
    async (number: string) => {
      await api.saveProfile({ first_name: firstName.trim(), last_name: lastName.trim(), phone: number });
      await refreshMe();
    },
    () => toast(text().saved),
  );

  function save(): void {
    const number = parsePhone(phone);
    const complaint = !firstName.trim() ? text().checkName : number === null ? text().checkPhone : undefined;
    setWrong(complaint);
    if (!complaint && number !== null) saving.run(number);
  }

  return (
    <section class="card">
      <Field label={text().firstName}>
        <input
          value={firstName}
          maxLength={64}
          autocomplete="given-name"
          onInput={(event) => setFirstName(event.currentTarget.value)}
        />
      </Field>
      <Field label={text().lastName}>
        <input
          value={lastName}
          maxLength={64}
          autocomplete="family-name"
          onInput={(event) => setLastName(event.currentTarget.value)}
        />
      </Field>
      <Field label={text().phone} hint={text().phoneHint}>
        <input
          type="tel"
          value={phone}
          placeholder="+7 900 123-45-67"
          autocomplete="tel"
          onInput={(event) => setPhone(event.currentTarget.value)}
        />
      </Field>
      <Problem>{wrong ?? saving.problem}</Problem>
      {edited && <MainAction text={common().save} busy={saving.busy} onPress={save} />}
    </section>
  );
}
