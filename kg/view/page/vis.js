// The picture of a small graph: vis-network moves, zooms, drags and finds what is under the pointer; we draw.
class VisStage {
  constructor(element, on) {
    this.on = on;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.scene = null;
    const draw = ({ctx, id, x, y}) => ({
      drawNode: () => paintThing(new CanvasPen(ctx), this.scene, id, x, y),
      nodeDimensions: {width: 2 * captionOf(id).r, height: 2 * captionOf(id).r},
    });
    this.network = new vis.Network(element, {nodes: this.nodes, edges: this.edges}, {
      autoResize: true, physics: false, layout: {improvedLayout: false},
      nodes: {shape: 'custom', ctxRenderer: draw, chosen: false},
      edges: {smooth: false, chosen: false, hoverWidth: 0, selectionWidth: 0},
      interaction: {hover: true, keyboard: false, selectConnectedEdges: false, hoverConnectedEdges: false, multiselect: false, tooltipDelay: 1e9},
    });
    this.listen();
  }

  listen() {
    const {network, on} = this;
    network.on('click', ({nodes, edges, event}) => on.choose(nodes.length ? {thing: nodes[0]} : edges.length ? {line: edges[0]} : null, event));
    network.on('doubleClick', ({nodes}) => { if (nodes.length) on.expand(nodes[0]); });
    network.on('hoverNode', ({node}) => on.hover({thing: node}));
    network.on('blurNode', () => on.hover(null));
    network.on('hoverEdge', ({edge}) => on.hover({line: edge}));
    network.on('blurEdge', () => on.hover(null));
    network.on('dragging', ({nodes}) => { if (nodes.length) this.follow(nodes); });
    network.on('dragEnd', ({nodes}) => nodes.length ? on.drop(nodes[0], this.scene.positions.get(nodes[0])) : on.moved());
    network.on('zoom', () => on.moved());
    network.on('afterDrawing', context => { if (this.scene) paintCaptions(new CanvasPen(context), this.framed()); });
  }

  follow(nodes) {
    const found = this.network.getPositions(nodes);
    for (const index of nodes) this.scene.positions.set(index, [found[index].x, found[index].y]);
  }

  framed() {
    const scale = this.network.getScale(), {x, y} = this.network.getViewPosition(), [width, height] = this.size();
    return Object.assign(this.scene, {scale, window: [x - width / 2 / scale, y - height / 2 / scale, x + width / 2 / scale, y + height / 2 / scale]});
  }

  size() { const {clientWidth, clientHeight} = this.network.body.container; return [clientWidth, clientHeight]; }

  show(scene) {
    this.scene = scene;
    scene.scale = this.network.getScale();
    const nodes = [...scene.things].map(id => ({id, x: scene.positions.get(id)[0], y: scene.positions.get(id)[1]}));
    this.replace(this.nodes, nodes);
    this.replace(this.edges, scene.lines.map(line => this.edgeOf(line)));
    this.network.redraw();
  }

  replace(set, rows) {
    const kept = new Set(rows.map(row => row.id));
    set.remove(set.getIds().filter(id => !kept.has(id)));
    set.update(rows);
  }

  edgeOf(line) {
    const {lit} = this.scene, on = lit.lines?.has(line.id), off = lit.lines && !on;
    const color = on ? palette.accent : palette.line, arrow = {enabled: true, scaleFactor: 0.45};
    return {id: line.id, from: line.a, to: line.b, width: widthOfLine(line) + (on ? 0.8 : 0), dashes: [...line.facts].every(index => facts[index].relation.quiet) ? [4, 4] : false,
      color: {color, highlight: color, hover: color, opacity: off ? 0.25 : 1},
      arrows: {to: line.forward ? arrow : {enabled: false}, from: line.backward ? arrow : {enabled: false}}};
  }

  camera() { const {x, y} = this.network.getViewPosition(); return {x, y, scale: this.network.getScale()}; }

  look({x, y, scale}, smooth) {
    this.network.moveTo({position: {x, y}, scale, animation: smooth ? {duration: 350, easingFunction: 'easeInOutQuad'} : false});
  }

  redraw() { if (this.scene) this.show(this.scene); }
}
