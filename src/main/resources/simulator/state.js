import { api } from "./api.js";

const EVERY_MILLIS = 5000;

/** What is not as usual: the demo clock and the faults that are on. Another tab or a program may change it. */
class State {
  clock = null;
  faults = 0;
  #behind = 0;
  #shown = 0;
  #listeners = new Set();

  async start() {
    await this.refresh();
    setInterval(() => {
      if (!document.hidden) this.refresh();
    }, EVERY_MILLIS);
  }

  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async refresh() {
    try {
      const state = await api.state();
      this.take(state.clock, state.active_faults);
    } catch {
      // the page says elsewhere that the service does not answer
    }
  }

  take(clock, faults = this.faults) {
    const before = [this.clock?.ahead_seconds, this.faults, this.#shown].join();
    this.clock = clock;
    this.faults = faults;
    this.#behind = new Date(clock.now) - Date.now();
    this.#shown = this.#minute();
    const changed = before !== [clock.ahead_seconds, faults, this.#shown].join();
    if (changed) for (const listener of this.#listeners) listener();
  }

  /** The application's time. */
  now() {
    return new Date(Date.now() + this.#behind);
  }

  /** A clock on the page is shown to the minute, while it is another one than everybody's. */
  #minute() {
    return this.clock?.ahead_seconds ? Math.floor(this.now() / 60_000) : 0;
  }
}

export const state = new State();
