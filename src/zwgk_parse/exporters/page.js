// Shows the rows that the form asks for; without this every row is shown.
// A row fits a control when one of the values that its data has under the control's name is asked for.
const form = document.getElementById("filter");
const rows = [...document.querySelectorAll("[data-row]")];
const names = new Set([...form.elements].map((control) => control.name).filter(Boolean));
function show() {
  const wanted = new FormData(form);
  for (const row of rows) {
    row.hidden = ![...names].every((name) => {
      const asked = wanted.getAll(name);
      const values = row.dataset[name] || "";
      return ["", values, ...values.split(" ")].some((value) => asked.includes(value));
    });
  }
  for (const group of document.querySelectorAll("[data-group]")) {
    group.hidden = !group.querySelector("[data-row]:not([hidden])");
  }
  document.getElementById("shown").textContent = rows.filter((row) => !row.hidden).length;
}
function unfold() {
  const part = document.getElementById(location.hash.slice(1));
  if (part && part.tagName === "DETAILS") part.open = true;
}
form.hidden = false;
form.addEventListener("change", show);
window.addEventListener("hashchange", unfold);
show();
unfold();
