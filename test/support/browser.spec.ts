import { describeInBrowser, launchChromium } from './browser.js';

describeInBrowser('the browser for the journeys', () => {
  test('renders a page and runs its script', async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
      await page.setContent(
        '<h1>Ä</h1><script>document.title = `${document.querySelector("h1").offsetWidth > 0}`</script>',
      );
      expect(await page.title()).toBe('true');
      expect((await page.screenshot()).length).toBeGreaterThan(1_000);
    } finally {
      await browser.close();
    }
  });
});
