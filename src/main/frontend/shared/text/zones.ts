import { language } from './language';

/** Zones that a trainer may choose: the city, and in Russian the form after «по» (10:00 по Москве). */
const ZONES: Record<string, [ru: string, dative: string, en: string]> = {
  'Europe/Kaliningrad': ['Калининград', 'Калининграду', 'Kaliningrad'],
  'Europe/Moscow': ['Москва', 'Москве', 'Moscow'],
  'Europe/Samara': ['Самара', 'Самаре', 'Samara'],
  'Asia/Yekaterinburg': ['Екатеринбург', 'Екатеринбургу', 'Yekaterinburg'],
  'Asia/Omsk': ['Омск', 'Омску', 'Omsk'],
  'Asia/Novosibirsk': ['Новосибирск', 'Новосибирску', 'Novosibirsk'],
  'Asia/Krasnoyarsk': ['Красноярск', 'Красноярску', 'Krasnoyarsk'],
  'Asia/Irkutsk': ['Иркутск', 'Иркутску', 'Irkutsk'],
  'Asia/Yakutsk': ['Якутск', 'Якутску', 'Yakutsk'],
  'Asia/Vladivostok': ['Владивосток', 'Владивостоку', 'Vladivostok'],
  'Asia/Magadan': ['Магадан', 'Магадану', 'Magadan'],
  'Asia/Kamchatka': ['Камчатка', 'Камчатке', 'Kamchatka'],
  'Europe/Minsk': ['Минск', 'Минску', 'Minsk'],
  'Asia/Almaty': ['Алматы', 'Алматы', 'Almaty'],
  'Asia/Tashkent': ['Ташкент', 'Ташкенту', 'Tashkent'],
  'Asia/Tbilisi': ['Тбилиси', 'Тбилиси', 'Tbilisi'],
  'Asia/Yerevan': ['Ереван', 'Еревану', 'Yerevan'],
};

export const knownZones = Object.keys(ZONES);
export const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function zoneCity(zone: string): string {
  return ZONES[zone]?.[language.value === 'ru' ? 0 : 2] ?? cityOfId(zone);
}

/** «по Москве», "Moscow time". */
export function byZone(zone: string): string {
  if (language.value === 'en') return `${zoneCity(zone)}\u00a0time`;
  return ZONES[zone] ? `по\u00a0${ZONES[zone][1]}` : `по времени ${cityOfId(zone)}`;
}

function cityOfId(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
