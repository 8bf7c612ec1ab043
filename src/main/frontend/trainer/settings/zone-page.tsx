import { useNow } from '../../shared/now';
import { time } from '../../shared/text/time';
import { knownZones, zoneCity } from '../../shared/text/zones';
import { SettingsPart } from './settings-part';
import { text } from './text';

/** By which clock the trainer works. */
export function ZonePage({ trainerId }: { trainerId: number }) {
  const now = useNow();
  return (
    <SettingsPart trainerId={trainerId} title={text().zone} hint={text().zoneText}>
      {({ saved, draft, set }) => (
        <fieldset class="options">
          <legend class="sr-only">{text().zone}</legend>
          {[...new Set([...knownZones, saved.timezone])].map((zone) => (
            <label key={zone} class="row">
              <span class="row-text">{zoneCity(zone)}</span>
              <span class="row-value">{time(now, zone)}</span>
              <input
                type="radio"
                name="zone"
                checked={draft.timezone === zone}
                onChange={() => set({ timezone: zone })}
              />
            </label>
          ))}
        </fieldset>
      )}
    </SettingsPart>
  );
}
