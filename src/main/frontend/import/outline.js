/*
 * Keys and clicks of the import's outline. Which row is meant, what has been typed in it and where the
 * caret stands is told to the server in one event, so that no click can overtake the text before it.
 */
class Outline extends HTMLElement {
  constructor() {
    super();
    this.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('click', (event) => this.click(event));
    this.addEventListener('focusin', (event) => this.reach(event.target.closest('.import-row')));
    new MutationObserver(() => this.reach(this.querySelector('.import-row[tabindex="0"]'))).observe(this, {
      childList: true
    });
  }

  rows() {
    return [...this.querySelectorAll('.import-row')].filter((row) => row.offsetParent !== null);
  }

  /* One row only is a stop of the Tab key; arrows lead to the others. */
  reach(row) {
    const stop = row ?? this.querySelector('.import-row');
    this.querySelectorAll('.import-row').forEach((each) => {
      const index = each === stop ? '0' : '-1';
      if (each.getAttribute('tabindex') !== index) each.setAttribute('tabindex', index);
    });
  }

  act(act, row) {
    const area = row.querySelector('.import-editor textarea');
    const detail = {
      act,
      row: Number(row.dataset.row),
      text: area ? area.value : null,
      caret: area ? area.selectionStart : -1
    };
    this.dispatchEvent(new CustomEvent('outline-act', { detail }));
  }

  click(event) {
    const row = event.target.closest('.import-row');
    if (!row) return;
    const button = event.target.closest('[data-act]');
    if (button) {
      this.act(button.dataset.act, row);
    } else if (!event.target.closest('.import-editor') && String(getSelection()) === '') {
      this.act('open', row);
    }
  }

  key(event) {
    const row = event.target.closest('.import-row');
    if (!row) return;
    const verb = event.target === row ? this.verbOnRow(event, row) : this.verbInText(event);
    if (verb) {
      event.preventDefault();
      event.stopPropagation();
      if (typeof verb === 'string') this.act(verb, row);
    }
  }

  verbInText(event) {
    if (event.isComposing) return null;
    if (event.key === 'Escape' && event.target.closest('.import-editor')) return 'close';
    if (event.target.localName !== 'textarea') return null;
    if (event.key === 'Enter') return event.ctrlKey || event.metaKey ? 'split' : 'close';
    if (event.key === 'Backspace' && event.target.selectionEnd === 0) return 'merge';
    return null;
  }

  verbOnRow(event, row) {
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === 'z') return event.shiftKey ? 'redo' : 'undo';
    if (control && event.key.toLowerCase() === 'y') return 'redo';
    if (control) return null;
    if (event.altKey) return { ArrowUp: 'up', ArrowDown: 'down' }[event.key] ?? null;
    const rows = this.rows();
    const at = rows.indexOf(row);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined) {
      rows[to]?.focus();
      return true;
    }
    return { Enter: 'open', F2: 'open', Delete: 'drop', Backspace: 'merge' }[event.key] ?? null;
  }

  /* Called by the server: leads the eye and the keyboard to a row, or to the text that is open in it. */
  lead(id, caret) {
    requestAnimationFrame(() => {
      const row = this.querySelector(`.import-row[data-row="${id}"]`);
      if (!row) return;
      const area = row.querySelector('.import-editor textarea');
      (area ?? row).focus({ preventScroll: true });
      if (area && caret >= 0) area.setSelectionRange(caret, caret);
      row.scrollIntoView({ block: 'nearest' });
    });
  }
}

customElements.define('bihuan-outline', Outline);
