import type { TrainerProfile } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { fullName, money } from '../../shared/text/format';
import { viewerZone, zoneCity } from '../../shared/text/zones';
import { Avatar, Fact } from '../../shared/ui/parts';
import { text } from '../text';

/** Who a trainer is, in their own words and in figures. */
export function TrainerCard({ trainer }: { trainer: TrainerProfile }) {
  const { about, specialties, clubs, place, price, session_minutes, timezone, self_booking } = trainer;
  return (
    <>
      <header class="trainer-head">
        <Avatar of={trainer} />
        <h1>{fullName(trainer)}</h1>
        {specialties.length > 0 && (
          <ul class="tags" aria-label={text().specialties}>
            {specialties.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
      </header>
      {about && <p class="about">{about}</p>}
      <dl class="card facts">
        <Fact label={common().price}>{`${money(price)} · ${common().minutes(session_minutes)}`}</Fact>
        {place && <Fact label={common().place}>{place}</Fact>}
        {clubs.length > 0 && (
          <Fact label={text().clubs(clubs.length)}>{clubs.map((club) => club.name).join(', ')}</Fact>
        )}
        <Fact label={text().booking}>{text().bookingModes[self_booking]}</Fact>
        {timezone !== viewerZone && <Fact label={text().zone}>{zoneCity(timezone)}</Fact>}
      </dl>
    </>
  );
}
