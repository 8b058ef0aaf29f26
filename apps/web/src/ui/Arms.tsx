interface ArmsProps {
  client: { name: string; arms: string | null; colour: string | null };
  size?: number;
}

/** The arms of a client; a plain shield in its colour with its initial where none are stored. */
export function Arms({ client, size = 24 }: ArmsProps) {
  const source = client.arms ? asImage(client.arms) : null;
  if (source) return <img className="arms" src={source} width={size} height={size} alt="" />;
  return (
    <svg className="arms" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 2h18v10c0 5-4 8-9 10-5-2-9-5-9-10z" fill={client.colour ?? '#5a6470'} stroke="#fff" strokeWidth="1" />
      <text
        x="12"
        y="15.5"
        textAnchor="middle"
        fontSize="11"
        fontWeight="700"
        fill="#fff"
        stroke="#0008"
        strokeWidth=".4"
      >
        {client.name.slice(0, 1)}
      </text>
    </svg>
  );
}

/** Arms come as SVG text or as a data URI; shown as an image, so that nothing in them can run. */
const asImage = (arms: string): string | null => {
  if (arms.startsWith('data:image/')) return arms;
  return arms.trimStart().startsWith('<svg') ? `data:image/svg+xml;utf8,${encodeURIComponent(arms)}` : null;
};
