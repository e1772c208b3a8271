
"use strict";
(() => {
  const sheet = JSON.parse(document.getElementById("rows").textContent);
  const tasks = [...document.querySelectorAll("article")];
  const ticks = ["text-right", "owners-right", "deadlines-right"];
  const kept = "zwgk-sheet " + sheet.rows.slice(1).map((row) => row[row.length - 1]).join(" ");
  let saved = true;

  const controls = (task, field) => [...task.querySelectorAll(`fieldset[data-field="${field}"] input`)];
  const tick = (task, field) => controls(task, field).find((one) => one.checked).value;
  const note = (task) => task.querySelector('input[data-field="note"]');
  const set = (task, field, value) => {
    controls(task, field).find((one) => one.value === value).checked = true;
  };
  const here = () => tasks.find((task) => task.contains(document.activeElement)) || null;

  const tell = () => {
    for (const task of tasks) {
      task.classList.toggle("done", ticks.every((field) => tick(task, field) !== ""));
    }
    document.getElementById("done").textContent = document.querySelectorAll("article.done").length;
  };
  const state = () => tasks.map((task) => [...ticks.map((field) => tick(task, field)), note(task).value]);
  const changed = () => {
    saved = false;
    tell();
    try { localStorage.setItem(kept, JSON.stringify(state())); } catch { /* not for pages of files */ }
  };
  const recall = () => {
    try {
      const before = JSON.parse(localStorage.getItem(kept)) || [];
      before.forEach((values, at) => {
        ticks.forEach((field, place) => set(tasks[at], field, values[place]));
        note(tasks[at]).value = values[ticks.length];
      });
    } catch { /* nothing was kept */ }
  };

  const harmless = (text) => (/^'*[=+\-@\t\r＝＋－＠]/.test(text) ? "'" + text : text);
  const quoted = (text) => (/[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
  const csv = () => {
    const rows = sheet.rows.map((row, at) => {
      if (at === 0) return row;
      const task = tasks[at - 1];
      return row.map((cell, column) => {
        const field = sheet.fields[column];
        if (ticks.includes(field)) return tick(task, field);
        return field === "note" ? harmless(note(task).value) : cell;
      });
    });
    return "\ufeff" + rows.map((row) => row.map(quoted).join(",") + "\r\n").join("");
  };
  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
    link.download = sheet.file;
    link.click();
    URL.revokeObjectURL(link.href);
    saved = true;
  };

  const go = (task) => {
    if (task) {
      task.focus({ preventScroll: true });
      task.scrollIntoView({ block: "start" });
    }
  };
  const move = (by) => {
    const at = tasks.indexOf(here());
    go(tasks[at < 0 ? 0 : Math.min(Math.max(at + by, 0), tasks.length - 1)]);
  };
  const NEXT = { "": "1", 1: "0", 0: "" };
  const press = (event) => {
    if (event.isComposing) return;
    const typing = document.activeElement.type === "text";
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      save();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Enter")) return;
    if (document.activeElement.tagName === "BUTTON") return;
    const task = here();
    if (event.key === "Enter" && task) {
      if (!typing) {
        for (const field of ticks) if (tick(task, field) === "") set(task, field, "1");
        changed();
      }
      move(1);
    } else if (["1", "2", "3"].includes(event.key) && task) {
      const field = ticks[event.key - 1];
      set(task, field, NEXT[tick(task, field)]);
      changed();
    } else if (event.key === "j" || event.key === "ArrowDown") move(1);
    else if (event.key === "k" || event.key === "ArrowUp") move(-1);
    else return;
    event.preventDefault();
  };

  document.addEventListener("keydown", press);
  document.addEventListener("input", changed);
  document.getElementById("save").addEventListener("click", save);
  window.addEventListener("beforeunload", (event) => {
    if (!saved) event.preventDefault();
  });
  recall();
  tell();
  go(tasks[0]);
})();
