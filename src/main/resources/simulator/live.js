import { api } from "./api.js";

const WAIT_SECONDS = 25;
const HIDDEN_MILLIS = 2000;
const RETRY_MILLIS = 1000;

/**
 * Keeps the page up to date: asks for the chats and is answered when something has changed. A tab in the background asks
 * from time to time instead, since a browser holds only a few connections to one server. A service that restarts is
 * asked again until it answers; what it stored meanwhile has another version.
 */
class Live {
  #turn = 0;
  #abort = new AbortController();
  #listener = null;

  start(listener) {
    this.#listener = listener;
    document.addEventListener("visibilitychange", () => this.restart());
  }

  restart() {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#turn++;
    this.#run(this.#turn, this.#abort.signal);
  }

  async #run(turn, signal) {
    let known = "";
    while (turn === this.#turn) {
      const person = this.#listener.person();
      if (person === null) return;
      try {
        const overview = await api.chats(person, known, document.hidden || !known ? 0 : WAIT_SECONDS, signal);
        if (turn !== this.#turn) return;
        this.#listener.onStatus(true);
        if (overview.version !== known) await this.#listener.onChats(overview);
        known = overview.version;
        if (document.hidden) await pause(HIDDEN_MILLIS);
      } catch (error) {
        if (turn !== this.#turn || error.name === "AbortError") return;
        if (error.status) console.error(error);
        else this.#listener.onStatus(false);
        await pause(RETRY_MILLIS);
      }
    }
  }
}

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export const live = new Live();
