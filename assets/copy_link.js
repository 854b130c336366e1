// Copies the address of the view, made whole with the address of this server. Where the browser lets no page write to its
// clipboard (it does so only over https and on the machine itself), the older way is tried, and else the address is shown.
async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.hidden = false;
    field.select();
    const done = document.execCommand("copy");
    field.hidden = done;
    return done;
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.(".keko-copy button");
  if (!button) return;
  const [field, status] = [button.parentElement.querySelector("input"), button.parentElement.querySelector("[role=status]")];
  field.value = new URL(field.dataset.address, window.location.href).href;
  status.textContent = "";
  const done = await copied(field);
  status.textContent = done ? status.dataset.copied : status.dataset.byHand;
  if (done) button.focus();
  else field.select();
});
