import { Button, createTheme, Drawer, Modal, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { Accent } from './accent';

/** Compact and quiet: small controls, square corners, one accent. */
export const themeOf = (accent: Accent) =>
  createTheme({
    primaryColor: 'client',
    primaryShade: { light: 6, dark: 8 },
    colors: { client: accent.shades },
    defaultRadius: 3,
    fontFamily: 'var(--font)',
    fontSizes: { xs: '13px', sm: '13.5px', md: '14px', lg: '16px', xl: '18px' },
    lineHeights: { xs: '1.35', sm: '1.4', md: '1.45' },
    headings: { fontFamily: 'var(--font)', fontWeight: '600' },
    components: {
      Button: Button.extend({ defaultProps: { size: 'xs' }, styles: { label: { fontWeight: 500 } } }),
      TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
      PasswordInput: PasswordInput.extend({ defaultProps: { size: 'xs' } }),
      NativeSelect: NativeSelect.extend({ defaultProps: { size: 'xs' } }),
      Textarea: Textarea.extend({ defaultProps: { size: 'xs' } }),
      // The title line of a dialog is no banner of the page.
      Modal: Modal.extend({
        defaultProps: {
          padding: 'md',
          centered: true,
          transitionProps: { duration: 0 },
          attributes: { header: { role: 'presentation' } },
        },
      }),
      Drawer: Drawer.extend({
        defaultProps: { transitionProps: { duration: 0 }, attributes: { header: { role: 'presentation' } } },
      }),
    },
  });
