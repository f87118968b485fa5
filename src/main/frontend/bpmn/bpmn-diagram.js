/*
 * A read-only BPMN diagram that shows where a case stands. The viewer is loaded only when the first
 * diagram is shown, so that no other screen pays for it. Markers are CSS classes and signs on the
 * elements; nothing that comes from data is ever parsed as HTML.
 */
const ZOOM_STEP = 1.25;
const PAN_STEP = 60;
const MARGIN = 16;
/** Room at the lower edge that is left to the mark of bpmn.io. */
const MARK = 48;
/** Below this scale labels cannot be read; then the view opens on the place where the case stands. */
const READABLE = 0.6;
const NARROW_ZOOM = 0.85;
const SVG = 'http://www.w3.org/2000/svg';
const PAPER = '-paper';

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
    this.setAttribute('tabindex', '0');
    this.addEventListener('keydown', this._keys);
    this.addEventListener('pointerdown', this._touched);
    this.addEventListener('pointermove', this._dragged);
    window.addEventListener('beforeprint', this._toPaper);
    window.addEventListener('afterprint', this._offPaper);
    this._later();
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this._keys);
    this.removeEventListener('pointerdown', this._touched);
    this.removeEventListener('pointermove', this._dragged);
    window.removeEventListener('beforeprint', this._toPaper);
    window.removeEventListener('afterprint', this._offPaper);
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
      const canvas = this._viewer.get('canvas');
      const { inner, outer } = canvas.viewbox();
      const free = { width: outer.width - 2 * MARGIN, height: outer.height - MARGIN - MARK };
      const scale = Math.min(1, free.width / inner.width, free.height / inner.height);
      const width = outer.width / scale;
      canvas.viewbox({
        x: inner.x - (width - inner.width) / 2,
        y: inner.y - MARGIN / scale,
        width,
        height: outer.height / scale,
      });
    }
  }

  /** The whole diagram where it can be read; on a narrow screen the place where the case stands. */
  _open() {
    if (!this.clientWidth) {
      return; // Drawn for paper only.
    }
    this.fit();
    const canvas = this._viewer.get('canvas');
    const elements = this._viewer.get('elementRegistry');
    const here = (this._shown.tokens || []).map((id) => elements.get(id)).filter(Boolean);
    here.sort((one, other) => (one.width || 0) - (other.width || 0));
    if (canvas.zoom() < READABLE && here.length) {
      canvas.zoom(NARROW_ZOOM);
      const { x, y, width, height } = here[0];
      const view = canvas.viewbox();
      canvas.viewbox({
        x: x + width / 2 - view.width / 2,
        y: y + height / 2 - view.height / 2,
        width: view.width,
        height: view.height,
      });
    }
  }

  /** Arrow keys move the diagram, plus and minus enlarge and shrink it, zero shows all of it. */
  _keys = (event) => {
    const moves = {
      ArrowLeft: { dx: PAN_STEP, dy: 0 },
      ArrowRight: { dx: -PAN_STEP, dy: 0 },
      ArrowUp: { dx: 0, dy: PAN_STEP },
      ArrowDown: { dx: 0, dy: -PAN_STEP },
    };
    if (!this._viewer || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (moves[event.key]) {
      this._viewer.get('canvas').scroll(moves[event.key]);
    } else if (event.key === '+' || event.key === '-') {
      this.zoom(event.key === '+' ? 1 : -1);
    } else if (event.key === '0') {
      this.fit();
    } else {
      return;
    }
    event.preventDefault();
  };

  /** A finger moves the diagram sideways; up and down it moves the page. */
  _touched = (event) => {
    this._finger = event.pointerType === 'touch' ? event.clientX : undefined;
  };

  _dragged = (event) => {
    if (this._finger !== undefined && event.pointerType === 'touch' && this._viewer) {
      this._viewer.get('canvas').scroll({ dx: event.clientX - this._finger, dy: 0 });
      this._finger = event.clientX;
    }
  };

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
      this._open();
      this.setAttribute('ready', '');
      this.setAttribute('settled', '');
    } catch (failure) {
      this._destroy();
      this.setAttribute('settled', '');
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

  /** On paper stands all of it, whatever is in sight: a copy that is as wide as the page. */
  _toPaper = () => {
    this._offPaper();
    const drawn = this.querySelector('.djs-container > svg');
    if (!this._viewer || !drawn) {
      return;
    }
    const shapes = this._viewer.get('elementRegistry').filter((element) => element.parent);
    const points = shapes.flatMap(
      ({ waypoints, x, y, width, height }) => waypoints || [{ x, y }, { x: x + width, y: y + height }],
    );
    const xs = points.map((point) => point.x);
    const ys = points.map((point) => point.y);
    const left = Math.min(...xs) - MARGIN;
    const top = Math.min(...ys) - MARGIN;
    const copy = document.createElementNS(SVG, 'svg');
    copy.setAttribute('viewBox', `${left} ${top} ${Math.max(...xs) - left + MARGIN} ${Math.max(...ys) - top + MARGIN}`);
    drawn.querySelectorAll('defs').forEach((definitions) => copy.append(definitions.cloneNode(true)));
    copy.append(this._viewer.get('canvas').getActiveLayer().cloneNode(true));
    copy.querySelectorAll('.djs-hit, .djs-outline').forEach((aid) => aid.remove());
    this._arrows(copy);
    this._signs(copy, shapes, this._shown.done, 'bpmn-done', '✓');
    this._signs(copy, shapes, this._shown.tokens, 'bpmn-token', '●');
    const paper = document.createElement('div');
    paper.className = 'bpmn-paper';
    paper.append(copy);
    const mark = this.querySelector('.bjs-powered-by');
    if (mark) {
      paper.append(mark.cloneNode(true));
    }
    this.append(paper);
  };

  /** Arrowheads are found by their names, of which the first in the document counts: that of the hidden drawing. */
  _arrows(copy) {
    copy.querySelectorAll('defs [id]').forEach((arrow) => (arrow.id += PAPER));
    for (const line of copy.querySelectorAll('[style*="url("], [marker-end], [marker-start]')) {
      for (const name of ['style', 'marker-start', 'marker-end']) {
        const value = line.getAttribute(name);
        if (value) {
          line.setAttribute(name, value.replace(/#([\w-]+)(?=["']?\))/g, `#$1${PAPER}`));
        }
      }
    }
  }

  _offPaper = () => this.querySelectorAll('.bpmn-paper').forEach((paper) => paper.remove());

  _signs(copy, shapes, ids, marker, sign) {
    for (const { id, waypoints, x, y } of shapes) {
      if (waypoints || !(ids || []).includes(id)) {
        continue;
      }
      const group = document.createElementNS(SVG, 'g');
      group.setAttribute('class', `bpmn-paper-sign ${marker}-paper`);
      group.setAttribute('transform', `translate(${x - 1} ${y - 1})`);
      const round = document.createElementNS(SVG, 'circle');
      round.setAttribute('r', '9');
      const text = document.createElementNS(SVG, 'text');
      text.textContent = sign;
      group.append(round, text);
      copy.append(group);
    }
  }

  _clicked(elementId) {
    if ((this._shown.called || []).includes(elementId)) {
      this.dispatchEvent(new CustomEvent('called', { detail: { elementId } }));
    }
  }

  _destroy() {
    this.removeAttribute('ready');
    this.removeAttribute('settled');
    if (this._viewer) {
      this._viewer.destroy();
      this._viewer = null;
    }
    this.replaceChildren();
  }
}

customElements.define('bihuan-diagram', BihuanDiagram);
