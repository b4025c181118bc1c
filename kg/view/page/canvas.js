// The picture of a large graph: one canvas, lines in batches, captions only where there is room.
const BUSY = 600;  // things from which on a picture that moves is simplified
class CanvasStage {
  constructor(element, on) {
    this.on = on;
    this.element = element;
    this.canvas = el('canvas', {'aria-hidden': 'true'});
    element.append(this.canvas);
    this.view = {x: 0, y: 0, scale: 1};
    this.pointers = new Map();
    this.moving = false;
    this.scene = null;
    new ResizeObserver(() => this.redraw()).observe(element);
    this.listen();
  }

  listen() {
    const {canvas} = this;
    canvas.addEventListener('pointerdown', event => this.down(event));
    canvas.addEventListener('pointermove', event => this.move(event));
    for (const name of ['pointerup', 'pointercancel']) canvas.addEventListener(name, event => this.up(event));
    canvas.addEventListener('wheel', event => { event.preventDefault(); this.zoom(Math.exp(-event.deltaY * 0.0015), event.offsetX, event.offsetY); this.on.moved(); }, {passive: false});
    canvas.addEventListener('dblclick', event => { const index = this.under(event); if (index !== null) this.on.expand(index); });
    canvas.addEventListener('pointerleave', () => this.on.hover(null));
  }

  size() { return [this.element.clientWidth, this.element.clientHeight]; }
  camera() { return {...this.view}; }
  look(view) { this.view = {...view}; this.redraw(); }
  show(scene) { this.scene = scene; this.redraw(); }

  point(x, y) {
    const [width, height] = this.size(), {scale} = this.view;
    return [this.view.x + (x - width / 2) / scale, this.view.y + (y - height / 2) / scale];
  }

  under(event) { return thingAt(this.scene, ...this.point(event.offsetX, event.offsetY), 4 / this.view.scale); }

  zoom(by, x, y) {
    const [px, py] = this.point(x, y), scale = Math.min(8, Math.max(0.01, this.view.scale * by));
    const [width, height] = this.size();
    this.view = {x: px - (x - width / 2) / scale, y: py - (y - height / 2) / scale, scale};
    this.redraw();
  }

  down(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, [event.offsetX, event.offsetY]);
    this.far = 0;
    this.held = this.pointers.size === 1 ? this.under(event) : null;
  }

  move(event) {
    const last = this.pointers.get(event.pointerId);
    if (!last) { this.point_at(event); return; }
    const [dx, dy] = [event.offsetX - last[0], event.offsetY - last[1]];
    this.far += Math.hypot(dx, dy);
    if (this.pointers.size === 2) this.pinch(event, last);
    else if (this.held !== null && this.far > 4) this.carry(this.point(event.offsetX, event.offsetY));
    else if (this.held === null) { this.view.x -= dx / this.view.scale; this.view.y -= dy / this.view.scale; }
    this.pointers.set(event.pointerId, [event.offsetX, event.offsetY]);
    this.moving = true;
    this.redraw();
  }

  carry(point) {
    this.scene.positions.set(this.held, point);
    this.scene.batches = this.scene.dots = this.scene.small = null;
  }

  pinch(event, last) {
    const [other] = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    const before = Math.hypot(last[0] - other[0], last[1] - other[1]), now = Math.hypot(event.offsetX - other[0], event.offsetY - other[1]);
    if (before > 0) this.zoom(now / before, (event.offsetX + other[0]) / 2, (event.offsetY + other[1]) / 2);
  }

  point_at(event) {
    const thing = this.under(event);
    this.canvas.style.cursor = thing === null ? 'grab' : 'pointer';
    this.on.hover(thing === null ? null : {thing});
  }

  up(event) {
    if (!this.pointers.delete(event.pointerId)) return;
    this.moving = this.pointers.size > 0;
    if (this.far <= 4 && event.type === 'pointerup') this.click(event);
    else if (this.held !== null) this.on.drop(this.held, this.scene.positions.get(this.held));
    else this.on.moved();
    this.redraw();
  }

  click(event) {
    const thing = this.under(event), line = thing === null ? lineAt(this.scene, ...this.point(event.offsetX, event.offsetY), 6 / this.view.scale) : null;
    this.on.choose(thing !== null ? {thing} : line ? {line: line.id} : null, event);
  }

  redraw() {
    if (!this.asked) this.asked = requestAnimationFrame(() => { this.asked = 0; this.draw(); });
  }

  draw() {
    const [width, height] = this.size(), ratio = this.moving ? 1 : Math.min(2, devicePixelRatio || 1);
    if (!this.scene || !width) return;
    const pushed = this.moving && this.held === null && this.scene.things.size >= BUSY;
    if (pushed) this.slide(width, height); else this.paint(this.canvas, width, height, ratio);
    if (!pushed) this.sheet = null;
    this.scene.window = [...this.point(0, 0), ...this.point(width, height)];
    this.on.drawn();
  }

  // The part of the scene around the middle of the view, `width` by `height` pixels of the screen.
  paint(canvas, width, height, ratio) {
    if (canvas.width !== width * ratio || canvas.height !== height * ratio) [canvas.width, canvas.height] = [width * ratio, height * ratio];
    const context = canvas.getContext('2d'), {x, y, scale} = this.view, [w, h] = [width / 2 / scale, height / 2 / scale];
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * (width / 2 - x * scale), ratio * (height / 2 - y * scale));
    Object.assign(this.scene, {scale, window: [x - w, y - h, x + w, y + h]});
    paintScene(new CanvasPen(context), this.scene, this.moving);
  }

  // A large picture is pushed about as a sheet twice the size of the window, painted anew only when its edge comes in.
  slide(width, height) {
    const {x, y, scale} = this.view, {sheet} = this;
    const covers = sheet && sheet.scale === scale && sheet.width === width && Math.abs(sheet.x - x) * scale <= width / 2 && Math.abs(sheet.y - y) * scale <= height / 2;
    if (!covers) {
      this.sheet = {x, y, scale, width, canvas: sheet?.canvas || document.createElement('canvas')};
      this.paint(this.sheet.canvas, 2 * width, 2 * height, 1);
    }
    if (this.canvas.width !== width || this.canvas.height !== height) [this.canvas.width, this.canvas.height] = [width, height];
    const context = this.canvas.getContext('2d');
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.drawImage(this.sheet.canvas, (this.sheet.x - x) * scale - width / 2, (this.sheet.y - y) * scale - height / 2);
  }
}

// All of a scene, through any pen. While it is moving, only what the eye follows.
function paintScene(pen, scene, moving = false) {
  paintLines(pen, scene);
  if (!moving && scene.scale > 0.3) paintArrows(pen, scene);
  paintThings(pen, scene);
  if (!moving || scene.things.size < BUSY) paintCaptions(pen, scene);
}

// Things that are small on the screen are dots, all of one colour at once.
function paintThings(pen, scene) {
  if (scene.dots?.scale !== scene.scale) scene.dots = dotBatches(scene);
  for (const {points, lit, group} of scene.dots.batches) {
    pen.fade(lit ? 1 : 0.3);
    pen.dots(points, colorOf(group));
  }
  pen.fade(1);
  for (const index of scene.dots.whole) if (inView(scene, index)) paintThing(pen, scene, index, ...scene.positions.get(index));
}

function dotBatches(scene) {
  const batches = new Map(), whole = [];
  for (const index of scene.things) {
    const {group} = things[index], {r} = captionOf(index), lit = !scene.lit.things || scene.lit.things.has(index);
    if (r * scene.scale > DOT || isChosen(index)) { whole.push(index); continue; }
    if (!batches.has(group + lit)) batches.set(group + lit, {points: [], lit, group});
    batches.get(group + lit).points.push(...scene.positions.get(index), r);
  }
  return {scale: scene.scale, batches: [...batches.values()], whole};
}
