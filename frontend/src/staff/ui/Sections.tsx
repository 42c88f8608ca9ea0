/** The parts of a page, of which one is on screen; which one stands in the address. */

interface Props<K extends string> {
  /** What these are parts of. */
  label: string;
  value: K;
  options: { value: K; label: string }[];
  onChange: (value: K) => void;
}

export function Sections<K extends string>({ label, value, options, onChange }: Props<K>) {
  return (
    <nav className="sections" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          {...(option.value === value && { 'aria-current': 'page' })}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </nav>
  );
}
