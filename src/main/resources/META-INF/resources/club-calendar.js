// What a pointer does on the club's calendar: it opens a session, chooses free time, drags a session elsewhere. What that
// means is the server's to say; everything can be done with the keyboard in its dialogs too.
(() => {
  const DAY = 24 * 60;
  const STEP = 15; // minutes
  const FREE_STEP = 30;
  const SLACK = 6; // px that a click may move
  const HOLD = 350; // ms that a finger rests before it drags instead of scrolling
  const EDGE = 40; // px from the board's edge at which it scrolls

  const tell = (board, name, detail) => board.dispatchEvent(new CustomEvent(name, { detail }));
  const snapped = (minute, step) => Math.floor(minute / step) * step;
  const written = (minute) =>
    `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

  /** The minute of the day at a height of a field with hours; -1 in one that is a list. */
  function minuteAt(field, y) {
    if (!field.classList.contains('cal-hours')) return -1;
    const box = field.getBoundingClientRect();
    return ((y - box.top) / box.height) * DAY;
  }

  class Drag {
    constructor(board, session, event) {
      this.board = board;
      this.session = session;
      this.home = session.closest('.cal-cell');
      this.at = { x: event.clientX, y: event.clientY };
      this.grip = event.clientY - session.getBoundingClientRect().top;
      this.length = Number(session.dataset.len);
      this.id = session.dataset.id;
      this.trainer = this.home.dataset.trainer;
    }

    begin() {
      this.active = true;
      this.ghost = this.session.cloneNode(true);
      this.ghost.classList.add('cal-ghost');
      this.ghost.removeAttribute('data-id');
      this.board.classList.add('cal-dragging');
      this.session.classList.add('cal-lifted');
    }

    move(event) {
      const under = document
        .elementsFromPoint(event.clientX, event.clientY)
        .map((one) => one.closest('.cal-cell'))
        .find((one) => one && one.dataset.trainer === this.trainer);
      this.field = under ?? this.field ?? this.home;
      const minute = minuteAt(this.field, event.clientY - this.grip);
      this.minute = minute < 0 && !this.field.classList.contains('cal-hours')
        ? -1
        : Math.min(Math.max(snapped(minute + STEP / 2, STEP), 0), DAY - STEP);
      if (this.minute >= 0) {
        this.ghost.style.setProperty('--from', this.minute);
        this.ghost.querySelector('b').textContent = `${written(this.minute)}–${written(this.minute + this.length)}`;
      }
      this.field.append(this.ghost);
      this.scroll(event);
    }

    scroll({ clientX, clientY }) {
      const box = this.board.getBoundingClientRect();
      if (clientY > box.bottom - EDGE) this.board.scrollTop += EDGE / 2;
      if (clientY < box.top + 2 * EDGE) this.board.scrollTop -= EDGE / 2;
      if (clientX > box.right - EDGE) this.board.scrollLeft += EDGE / 2;
      if (clientX < box.left + 2 * EDGE) this.board.scrollLeft -= EDGE / 2;
    }

    drop() {
      const { field, minute, home, id } = this;
      const moved = field && (field.dataset.date !== home.dataset.date || minute >= 0);
      if (moved) tell(this.board, 'session-dropped', { id, date: field.dataset.date, minute });
    }

    end() {
      clearTimeout(this.hold);
      this.ghost?.remove();
      this.board.classList.remove('cal-dragging');
      this.board.querySelectorAll('.cal-lifted').forEach((one) => one.classList.remove('cal-lifted'));
    }
  }

  /** A field that is written anew takes the focus with it: it goes to the same session. */
  function keepFocus(board) {
    let focused;
    board.addEventListener('focusin', ({ target }) => (focused = target.closest?.('[data-id]')?.dataset.id));
    new MutationObserver(() => {
      if (focused && document.activeElement === document.body) {
        board.querySelector(`[data-id="${focused}"]`)?.focus({ preventScroll: true });
      }
    }).observe(board, { childList: true, subtree: true });
  }

  function openAtTheMorning(board) {
    const field = board.querySelector('.cal-hours');
    const first = board.querySelector('.cal-hours .cal-session');
    if (field) {
      const minute = Math.min(first ? Number(first.style.getPropertyValue('--from')) : 8 * 60, 8 * 60);
      board.scrollTop = (field.clientHeight / DAY) * Math.max(minute - 30, 0);
    }
  }

  /** Shows the working day when the hours come into sight, and leaves them where they are from then on. */
  function showMornings(board) {
    let byTheHour = false;
    const look = () => {
      const hours = Boolean(board.querySelector('.cal-hours'));
      if (hours && !byTheHour && board.scrollHeight <= board.clientHeight) return; // the page is not laid out yet
      if (hours && !byTheHour) openAtTheMorning(board);
      byTheHour = hours;
    };
    new MutationObserver(look).observe(board, { childList: true });
    new ResizeObserver(look).observe(board);
  }

  function clicks(board) {
    board.addEventListener('click', (event) => {
      if (board.dataset.dragged) return;
      const session = event.target.closest('[data-id]');
      const field = event.target.closest('.cal-cell');
      if (session) {
        tell(board, 'session-opened', { id: session.dataset.id });
      } else if (field && board.hasAttribute('data-editable') && !event.target.closest('.cal-busy, .cal-busy-chip')) {
        const minute = minuteAt(field, event.clientY);
        tell(board, 'free-chosen', {
          trainer: field.dataset.trainer,
          date: field.dataset.date,
          minute: minute < 0 ? -1 : snapped(minute, FREE_STEP),
        });
      }
    });
  }

  function drags(board) {
    let drag;
    let listening;
    const stop = () => {
      drag?.end();
      drag = undefined;
      listening?.abort();
    };
    const move = (event) => {
      const far = Math.hypot(event.clientX - drag.at.x, event.clientY - drag.at.y) > SLACK;
      if (!drag.active && far) {
        if (event.pointerType === 'touch') return stop(); // it scrolls
        drag.begin();
      }
      if (drag.active) drag.move(event);
    };
    const drop = () => {
      if (drag.active) {
        board.dataset.dragged = '1'; // the click that follows is none
        setTimeout(() => delete board.dataset.dragged);
        drag.drop();
      }
      stop();
    };
    board.addEventListener('pointerdown', (event) => {
      const session = event.target.closest('[data-moves]');
      if (!session || event.button !== 0 || !board.hasAttribute('data-editable')) return;
      stop();
      drag = new Drag(board, session, event);
      if (event.pointerType === 'touch') drag.hold = setTimeout(() => drag?.begin(), HOLD);
      listening = new AbortController();
      const { signal } = listening;
      window.addEventListener('pointermove', move, { signal });
      window.addEventListener('pointerup', drop, { signal });
      window.addEventListener('pointercancel', stop, { signal });
      window.addEventListener('keydown', (key) => key.key === 'Escape' && stop(), { signal });
    });
    board.addEventListener('touchmove', (event) => drag?.active && event.preventDefault(), { passive: false });
    board.addEventListener('dragstart', (event) => event.preventDefault());
  }

  window.clubCalendar = (board) => {
    if (board.clubCalendar) return;
    board.clubCalendar = true;
    keepFocus(board);
    clicks(board);
    drags(board);
    showMornings(board);
  };
})();
