const $ = (id) => document.getElementById(id);

/** The button that copies the address; where the browser refuses that, a field to copy from. */
export function startCopyLink() {
  const idle = $('copied').textContent;
  $('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      $('link').hidden = true;
      $('copied').textContent = 'Copied.';
    } catch {
      $('copied').textContent = 'Copy the link from this field.';
      $('link').value = location.href;
      $('link').hidden = false;
      $('link').select();
    }
  });
  $('copy').addEventListener('blur', () => {
    if ($('link').hidden) $('copied').textContent = idle;
  });
}
