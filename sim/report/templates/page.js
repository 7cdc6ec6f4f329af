"use strict";
const content = JSON.parse(document.getElementById("content").textContent);
const map = document.querySelector(".map"), slider = document.getElementById("day"), play = document.getElementById("play");
const sides = ["first", "second"], drawing = "http://www.w3.org/2000/svg";
const plain = value => value.toLocaleString("en-GB");

function shape(kind, attributes, parent, title) {
  const made = document.createElementNS(drawing, kind);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (title) shape("title", {}, made).textContent = title;
  parent.append(made);
  return made;
}

let worlds = "one";
function show(day) {
  const frame = content.frames[day], reading = content.readouts[day], all = worlds === "all";
  for (let n = 0; n < frame.holders.length; n++) {
    const cell = document.getElementById("c" + n), held = all && content.held[n];
    cell.setAttribute("class", "h" + (all ? content.frames[0].holders[n] : frame.holders[n]));
    cell.style.fill = held ? `color-mix(in srgb, var(--first-land) ${Math.round(100 * held[day])}%, var(--second-land))` : "";
  }
  map.classList.toggle("all-worlds", all);
  for (let n = 0; n < frame.roads.length; n++) {
    const road = document.getElementById("r" + n);
    road.classList.remove("s0", "s1", "s2");
    road.classList.add("s" + frame.roads[n]);
    road.style.strokeWidth = 0.7 + Math.min(5, Math.sqrt(frame.flow[n] || 0) / 5);
  }
  for (const border of document.querySelectorAll(".borders path"))
    border.classList.toggle("on", frame.holders[border.dataset.a] !== frame.holders[border.dataset.b]);
  troops(frame);
  document.getElementById("date").textContent = reading.date + (day === 0 ? ", morning" : "");
  document.getElementById("at-day").textContent = day === 0 ? "before the first" : `${day} of ${content.frames.length - 1}`;
  document.getElementById("at-leverage").textContent = reading.leverage[0].toFixed(3) + (reading.zone ? "" : " (no zone of agreement)");
  document.getElementById("at-area").textContent = plain(Math.round(reading.area[0])) + " km²";
  for (const side of [0, 1])
    document.getElementById("at-losses-" + side).textContent = [reading.casualties, reading.captured, reading.encircled].map(each => plain(each[side])).join(" · ");
  for (const line of document.querySelectorAll(".cursor")) {
    const from = Number(line.dataset.from), x = from + day / (content.frames.length - 1) * (Number(line.dataset.to) - from);
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
  }
}

function troops(frame) {
  const unit = map.viewBox.baseVal.width / 60, stacks = document.getElementById("stacks"), assaults = document.getElementById("assaults");
  stacks.replaceChildren();
  assaults.replaceChildren();
  for (const [from, to, side] of frame.assaults) {
    const [, x1, y1] = content.places[from], [, x2, y2] = content.places[to];
    const attributes = {class: "assault " + sides[side], x1, y1, x2: x1 + (x2 - x1) * 0.8, y2: y1 + (y2 - y1) * 0.8, "marker-end": "url(#arrow)"};
    shape("line", attributes, assaults);
  }
  for (const [place, side, men, pocket, formations] of frame.stacks) {
    const [name, x, y] = content.places[place], width = unit * (1.1 + Math.min(1.5, men / 3000)), height = width * 0.64;
    const title = `${name}: ${content.sides[side].name}, ${plain(men)} men\n` + formations.map(n => content.formations[n]).join("\n");
    shape("rect", {class: "stack " + sides[side], x: x - width / 2, y: y - height / 2, width, height}, stacks, title);
    if (formations.length > 1) shape("text", {class: "count", x, y: y + height * 0.3, "font-size": height * 0.85}, stacks).textContent = formations.length;
    if (pocket) shape("rect", {class: "pocket", x: x - width / 2 - unit * 0.3, y: y - height / 2 - unit * 0.3, width: width + unit * 0.6, height: height + unit * 0.6, rx: unit * 0.3}, stacks);
  }
}

let clock = null;
function stop() {
  clearInterval(clock);
  clock = null;
  play.textContent = "▶ Play";
}
play.addEventListener("click", () => {
  if (clock) return stop();
  if (slider.value === slider.max) slider.value = 0;
  play.textContent = "❚❚ Pause";
  clock = setInterval(() => {
    slider.value = Number(slider.value) + 1;
    show(Number(slider.value));
    if (slider.value === slider.max) stop();
  }, 220);
});
for (const button of document.querySelectorAll("[data-worlds]"))
  button.addEventListener("click", () => {
    worlds = button.dataset.worlds;
    for (const other of document.querySelectorAll("[data-worlds]")) other.classList.toggle("chosen", other === button);
    show(Number(slider.value));
  });
slider.addEventListener("input", () => show(Number(slider.value)));
for (const button of document.querySelectorAll("[data-view]"))
  button.addEventListener("click", () => {
    map.setAttribute("viewBox", button.dataset.view);
    map.setAttribute("class", "map " + button.dataset.name + (worlds === "all" ? " all-worlds" : ""));
    for (const other of document.querySelectorAll("[data-view]")) other.classList.toggle("chosen", other === button);
    show(Number(slider.value));
  });
document.querySelector("[data-view]").classList.add("chosen");
document.getElementById("theme").addEventListener("click", () => {
  const dark = getComputedStyle(document.documentElement).colorScheme === "dark";
  document.documentElement.dataset.theme = dark ? "light" : "dark";
});
const frame = document.querySelector(".map-frame");
frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
show(0);
