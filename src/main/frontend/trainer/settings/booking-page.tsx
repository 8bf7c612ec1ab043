import type { SelfBooking } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { Chips } from '../../shared/ui/parts';
import { choices, Select } from './select';
import { SettingsPart } from './settings-part';
import { beforeStart, text } from './text';

/** Whether and when clients book by themselves. */
export function BookingPage({ trainerId }: { trainerId: number }) {
  return (
    <SettingsPart trainerId={trainerId} title={text().booking}>
      {({ saved, draft, set }) => (
        <>
          <Chips<SelfBooking>
            label={text().selfBooking}
            wrap
            options={(['instant', 'request', 'off'] as const).map((value) => ({
              value,
              text: text().selfBookingOptions[value],
            }))}
            value={draft.self_booking}
            onChange={(self_booking) => set({ self_booking })}
          />
          <p class="hint">{text().selfBookingHint[draft.self_booking]}</p>
          {draft.self_booking !== 'off' && (
            <>
              <Chips
                wrap
                label={text().step}
                options={choices([15, 30, 60], saved.slot_step_minutes ?? 30, common().minutes)}
                value={draft.slot_step_minutes}
                onChange={(slot_step_minutes) => set({ slot_step_minutes })}
              />
              <Select
                label={text().notice}
                options={choices([0, 1, 2, 3, 6, 12, 24, 48], saved.min_notice_hours, beforeStart)}
                value={draft.min_notice_hours}
                onChange={(min_notice_hours) => set({ min_notice_hours })}
              />
              <Select
                label={text().advance}
                options={choices([7, 14, 30, 60, 90], saved.max_advance_days, text().dayCount)}
                value={draft.max_advance_days}
                onChange={(max_advance_days) => set({ max_advance_days })}
              />
            </>
          )}
        </>
      )}
    </SettingsPart>
  );
}
