import { documentSettings } from './document-settings.js';
import { SettingError } from './settings.js';

const MB = 1024 * 1024;

describe('the largest files that are taken in', () => {
  it('are the reader’s own where nothing is set', () => {
    expect(documentSettings({}).limits).toEqual({});
  });

  it('can be set lower, up to what the reader opens', () => {
    expect(documentSettings({ LIMIT_XML_MB: '5', LIMIT_PDF_MB: '30', LIMIT_MAIL_MB: '60' }).limits).toEqual({
      xml: 5 * MB,
      pdf: 30 * MB,
      mail: 60 * MB,
    });
  });

  it.each([
    ['LIMIT_XML_MB', '21', 20],
    ['LIMIT_PDF_MB', '31', 30],
    ['LIMIT_IMAGE_MB', '9999', 30],
    ['LIMIT_MAIL_MB', '61', 60],
    ['LIMIT_XML_MB', '0', 20],
    ['LIMIT_XML_MB', '1.5', 20],
    ['LIMIT_XML_MB', 'viel', 20],
  ])('%s=%s ends the start and says what is possible', (name, value, most) => {
    const set = (): unknown => documentSettings({ [name]: value });
    expect(set).toThrow(SettingError);
    expect(set).toThrow(
      `${name} is "${value}"; it must be a number of megabytes from 1 to ${most}, because larger files are not opened.`,
    );
  });
});
