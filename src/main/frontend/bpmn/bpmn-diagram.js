/*
 * A read-only BPMN diagram that shows where a case stands. The viewer is loaded only when the first
 * diagram is shown, so that no other screen pays for it. Markers are CSS classes and signs on the
 * elements; nothing that comes from data is ever parsed as HTML.
 */
const ZOOM_STEP = 1.25;

async function loadViewer() {
  const [viewer, sheet] = await Promise.all([
    import('bpmn-js/lib/NavigatedViewer'),
    import('bpmn-js/dist/assets/diagram-js.css?inline'),
  ]);
  if (!loadViewer.styled) {
    loadViewer.styled = true;
    const styles = new CSSStyleSheet();
    styles.replaceSync(sheet.default);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
  }
  return viewer.default;
}

class BihuanDiagram extends HTMLElement {
  constructor() {
    super();
    this._shown = {};
    this._run = 0;
  }

  set xml(value) {
    this._shown.xml = value;
    this._later();
  }

  set tokens(value) {
    this._shown.tokens = value;
    this._later();
  }

  set done(value) {
    this._shown.done = value;
    this._later();
  }

  set called(value) {
    this._shown.called = value;
    this._later();
  }

  connectedCallback() {
    this._later();
  }

  disconnectedCallback() {
    this._run++;
    this._destroy();
  }

  /** Enlarges (positive) or shrinks (negative) the diagram by one step. */
  zoom(direction) {
    if (this._viewer) {
      const canvas = this._viewer.get('canvas');
      canvas.zoom(canvas.zoom() * (direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP));
    }
  }

  /** Shows the whole diagram. */
  fit() {
    if (this._viewer) {
      this._viewer.get('canvas').zoom('fit-viewport', 'auto');
    }
  }

  /** Properties arrive one by one; the diagram is drawn once after the last of them. */
  _later() {
    const run = ++this._run;
    queueMicrotask(() => {
      if (run === this._run && this.isConnected && this._shown.xml) {
        this._draw(run);
      }
    });
  }

  async _draw(run) {
    try {
      const Viewer = await loadViewer();
      if (run !== this._run) {
        return;
      }
      this._destroy();
      const holder = document.createElement('div');
      holder.className = 'bpmn-holder';
      this.append(holder);
      this._viewer = new Viewer({ container: holder, zoomScroll: { enabled: false } });
      await this._viewer.importXML(this._shown.xml);
      if (run !== this._run) {
        return;
      }
      this._mark();
      this._viewer.on('element.click', (event) => this._clicked(event.element.id));
      this.fit();
      this.setAttribute('ready', '');
    } catch (failure) {
      this._destroy();
      this.dispatchEvent(new CustomEvent('diagram-failed', { detail: { message: String(failure) } }));
    }
  }

  _mark() {
    this._each(this._shown.done, 'bpmn-done', '✓');
    this._each(this._shown.tokens, 'bpmn-token', '●');
    this._each(this._shown.called, 'bpmn-called', null);
  }

  _each(ids, marker, sign) {
    const canvas = this._viewer.get('canvas');
    const elements = this._viewer.get('elementRegistry');
    for (const id of ids || []) {
      const element = elements.get(id);
      if (!element) {
        continue;
      }
      canvas.addMarker(id, marker);
      if (sign && !element.waypoints) {
        const badge = document.createElement('span');
        badge.className = `${marker}-sign`;
        badge.textContent = sign;
        badge.setAttribute('aria-hidden', 'true');
        this._viewer.get('overlays').add(id, { position: { top: -10, left: -10 }, html: badge });
      }
    }
  }

  _clicked(elementId) {
    if ((this._shown.called || []).includes(elementId)) {
      this.dispatchEvent(new CustomEvent('called', { detail: { elementId } }));
    }
  }

  _destroy() {
    this.removeAttribute('ready');
    if (this._viewer) {
      this._viewer.destroy();
      this._viewer = null;
    }
    this.replaceChildren();
  }
}

customElements.define('bihuan-diagram', BihuanDiagram);
