// The two hosts take any server: here the one that served this page.
for (const link of document.querySelectorAll('[data-server]')) {
  link.search = `?server=${location.origin.replace(/^http/, 'ws')}`;
}
