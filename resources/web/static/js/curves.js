// Curves over time: a chart that follows the theme and the room it has, with gaps where nothing was read.
import uPlot from "../vendor/uplot-1.6.32/uPlot.esm.js";
import { make } from "./dom.js";
import { measure, tick } from "./words.js";

export const COLOURS = 6;
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [14, 4]];

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The colour and the dashes of the nth curve: told apart without colour as well. */
export const look = (place) => ({ colour: css(`--curve-${place % COLOURS}`), dash: DASHES[place % COLOURS] });

/** A small picture of a curve's line, for a legend. */
export function swatch(place) {
  const canvas = make("canvas", { class: "swatch", width: "44", height: "12", "aria-hidden": "true" });
  canvas.style.width = "22px";
  canvas.style.height = "6px";
  const pen = canvas.getContext("2d");
  const { colour, dash } = look(place);
  pen.strokeStyle = colour;
  pen.lineWidth = 4;
  pen.setLineDash(dash.map((length) => length * 1.5));
  pen.beginPath();
  pen.moveTo(0, 6);
  pen.lineTo(44, 6);
  pen.stroke();
  return canvas;
}

/**
 * One chart in `box`. `series`: [{ place, stepped }]; `data`: [times, values, ...] with null in gaps;
 * `options`: height, envelope (each series has then three rows: value, lowest, highest), limits (numbers at
 * which a line is drawn), axis (its width, where charts stand above each other), onCursor(index or null).
 */
export class Chart {
  constructor(box, series, options = {}) {
    this.box = box;
    this.series = series;
    this.options = { height: 150, envelope: false, limits: [], onCursor: null, label: "", axis: null, ...options };
    this.data = [[], ...series.map(() => [])];
    this.range = null;
    this.chart = null;
    this.width = 0;
    new ResizeObserver(() => this.resized()).observe(box);
    addEventListener("themechange", () => this.rebuild());
    document.fonts?.ready.then(() => this.rebuild());
  }

  /** New data, shown from `range[0]` to `range[1]` (seconds since 1970). */
  set(data, range) {
    this.data = data;
    this.range = range;
    if (this.chart) this.chart.setData(data);
    else this.rebuild();
  }

  resized() {
    const width = Math.floor(this.box.clientWidth);
    if (!width || width === this.width) return;
    this.width = width;
    if (this.chart) this.chart.setSize({ width, height: this.options.height });
    else this.rebuild();
  }

  rebuild() {
    if (!this.width || !this.range) return;
    this.chart?.destroy();
    this.chart = new uPlot(this.plan(), this.data, this.box);
    this.chart.root.setAttribute("role", "img");
    this.chart.root.setAttribute("aria-label", this.options.label);
  }

  plan() {
    const { height, envelope, onCursor } = this.options;
    const rows = this.series.flatMap((one) => (envelope ? [this.row(one), {}, {}].map((row, part) => (part ? edge : row)) : [this.row(one)]));
    return {
      width: this.width,
      height,
      padding: [10, 22, 0, 0],
      legend: { show: false },
      cursor: { show: onCursor !== null, y: false, points: { size: 6 }, drag: { x: false, y: false } },
      scales: { x: { time: true, range: () => this.range }, y: { range: (_, low, high) => this.rangeY(low, high) } },
      axes: this.axes(),
      series: [{}, ...rows],
      bands: envelope ? this.series.map((one, place) => ({ series: [3 + 3 * place, 2 + 3 * place], fill: `${look(one.place).colour}30` })) : [],
      hooks: { draw: [(chart) => this.drawLimits(chart)], setCursor: onCursor ? [(chart) => onCursor(chart.cursor.idx)] : [] },
    };
  }

  row({ place, stepped }) {
    const { colour, dash } = look(place);
    return {
      stroke: colour,
      width: 1.6,
      dash,
      spanGaps: false,
      points: { show: (chart, series, first, last) => last - first < 2, size: 5 },
      paths: stepped ? uPlot.paths.stepped({ align: 1, alignGaps: 1 }) : uPlot.paths.linear(),
    };
  }

  axes() {
    const font = '12px "Inter", system-ui, sans-serif';
    const common = { stroke: css("--muted"), font, grid: { stroke: css("--grid"), width: 1 }, ticks: { show: false } };
    return [
      { ...common, size: 28, space: 74, grid: { show: false }, values: (_, lines, __, ___, step) => lines.map((at) => tick(at, step)) },
      {
        ...common,
        space: 34,
        gap: 4,
        size: (chart, lines) => this.options.axis ?? 14 + 7 * Math.max(2, ...(lines ?? []).map((line) => line.length)),
        values: (_, lines) => lines.map((value) => measure(value)),
      },
    ];
  }

  rangeY(low, high) {
    if (low === null || high === null) return [null, null]; // No value: no scale.
    const room = Math.max((high - low) * 0.12, Math.abs(high) * 0.002, 0.5);
    return [low >= 0 && low - room < 0 ? 0 : low - room, high + room];
  }

  drawLimits(chart) {
    const { ctx: pen, bbox } = chart;
    for (const limit of this.options.limits) {
      const y = chart.valToPos(limit, "y", true);
      if (y < bbox.top || y > bbox.top + bbox.height) continue;
      pen.save();
      pen.strokeStyle = css("--high");
      pen.lineWidth = devicePixelRatio;
      pen.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
      pen.beginPath();
      pen.moveTo(bbox.left, y);
      pen.lineTo(bbox.left + bbox.width, y);
      pen.stroke();
      pen.restore();
    }
  }

  destroy() {
    this.chart?.destroy();
    this.chart = null;
    this.range = null;
  }
}

const edge = { stroke: "transparent", width: 0, points: { show: false } };

/** Several curves of the interface on one axis of time: [times, one row per curve (or three)]. */
export function joined(curves, envelope = false) {
  const tables = curves.map((curve) => (envelope ? [curve.times, ...rowsOf(curve, true)] : held(curve.times, rowsOf(curve, false)[0])));
  const filled = tables.filter((table) => table[0].length);
  if (!filled.length) return [[], ...tables.flatMap((table) => table.slice(1))];
  return uPlot.join(tables);
}

function rowsOf(curve, envelope) {
  const value = curve.bucket_s === 0 ? curve.last : curve.mean;
  return envelope ? [value, curve.low, curve.high] : [value];
}

/** A reading holds until the next one, and so up to where a gap begins. Both arrays as long as each other. */
export function held(times, values) {
  const [at, what] = [[], []];
  times.forEach((when, place) => {
    if (values[place] === null && place && values[place - 1] !== null) {
      at.push(when - 0.001);
      what.push(values[place - 1]);
    }
    at.push(when);
    what.push(values[place]);
  });
  return [at, what];
}

/** Lowest, highest and last of a curve; null where nothing good was read. */
export function extent(curve) {
  let [low, high, last] = [null, null, null];
  for (let place = 0; place < curve.times.length; place += 1) {
    if (curve.low[place] === null) continue;
    low = low === null ? curve.low[place] : Math.min(low, curve.low[place]);
    high = high === null ? curve.high[place] : Math.max(high, curve.high[place]);
    last = curve.last[place] ?? last;
  }
  return { low, high, last };
}
