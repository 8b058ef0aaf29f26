import { Button, FileButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ArmsFieldProps {
  label: string;
  value: string;
  error?: string;
  disabled?: boolean;
  onChange: (arms: string | null) => void;
}

const asDataUri = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable file'));
    reader.readAsDataURL(file);
  });

/** The arms of a client as an SVG picture, chosen from a file. */
export function ArmsField({ label, value, error, disabled, onChange }: ArmsFieldProps) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={label}>
      <div style={{ fontSize: 12, fontWeight: 500, marginBottom: 4 }}>{label}</div>
      <div style={{ display: 'flex', gap: 10, alignItems: 'center' }}>
        {value ? (
          <img src={value} alt="" width={44} height={44} />
        ) : (
          <span className="quiet">{t('clients.armsNone')}</span>
        )}
        <FileButton
          accept="image/svg+xml"
          disabled={disabled}
          onChange={(file) => file && void asDataUri(file).then(onChange)}
        >
          {(props) => (
            <Button {...props} variant="default" disabled={disabled}>
              {t('clients.armsChoose')}
            </Button>
          )}
        </FileButton>
        {value && (
          <Button variant="subtle" disabled={disabled} onClick={() => onChange(null)}>
            {t('clients.armsRemove')}
          </Button>
        )}
      </div>
      {error && <p className="bad">{error}</p>}
    </div>
  );
}
