// Shows the rows that the form asks for; without this every row is shown.
const form = document.getElementById("filter");
function show() {
  const wanted = new FormData(form);
  const severities = wanted.getAll("severity");
  let count = 0;
  for (const part of document.querySelectorAll("section[data-file]")) {
    let some = false;
    for (const row of part.querySelectorAll("tr[data-code]")) {
      row.hidden = !(severities.includes(row.dataset.severity)
        && ["", row.dataset.code].includes(wanted.get("code"))
        && ["", part.dataset.file].includes(wanted.get("file")));
      some = some || !row.hidden;
      count += !row.hidden;
    }
    part.hidden = !some;
  }
  document.getElementById("shown").textContent = count;
}
function unfold() {
  const rule = document.getElementById(location.hash.slice(1));
  if (rule && rule.tagName === "DETAILS") rule.open = true;
}
form.hidden = false;
form.addEventListener("change", show);
window.addEventListener("hashchange", unfold);
show();
unfold();
