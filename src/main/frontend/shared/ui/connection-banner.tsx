import { offline } from '../connection';
import { oldestShown, refreshAll } from '../data';
import { common } from '../text/common';
import { moment } from '../text/time';

/** Over the page while the service is out of reach, with the time that what is shown is from. */
export function ConnectionBanner() {
  const since = oldestShown();
  return (
    <div class="banner-place" role="status">
      {offline.value && (
        <p class="banner">
          <span>{since ? common().offlineSince(moment(since, new Date())) : common().offline}</span>
          <button type="button" class="button link" onClick={refreshAll}>
            {common().retry}
          </button>
        </p>
      )}
    </div>
  );
}
