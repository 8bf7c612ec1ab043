// Wall clocks of the mock's zone.

export const MINUTE = 60_000;

export const plus = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
export const dateIn = (instant, zone) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant);

export function datesBetween(query) {
  const dates = [];
  for (let date = query.get('from'); date <= query.get('to'); date = plus(date, 1)) dates.push(date);
  return dates;
}

function offset(instant, zone) {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).format(instant);
  return /GMT([+-]\d\d:\d\d)/.exec(name)?.[1] ?? '+00:00';
}

export function at(date, clock, zone) {
  return Date.parse(`${date}T${clock === '24:00' ? '23:59' : clock}:00${offset(Date.parse(date), zone)}`);
}

export function iso(instant, zone) {
  const shift = offset(instant, zone);
  const sign = shift.startsWith('-') ? -1 : 1;
  const minutes = sign * (Number(shift.slice(1, 3)) * 60 + Number(shift.slice(4)));
  return new Date(instant + minutes * MINUTE).toISOString().slice(0, 19) + shift;
}
