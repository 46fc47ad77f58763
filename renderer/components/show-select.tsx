import styles from './show-select.module.css';

interface ShowSelectProps<Show extends string> {
  label: string;
  /** The choices by their names, in order. */
  names: Readonly<Record<Show, string>>;
  value: Show;
  onChange: (show: Show) => void;
}

/** Which rows a list shows, in the head of its page. */
export function ShowSelect<Show extends string>({ label, names, value, onChange }: ShowSelectProps<Show>) {
  const shows = Object.keys(names) as Show[];
  return (
    <label className={styles.select}>
      {label}
      <select value={value} onChange={(event) => onChange(shows[event.target.selectedIndex] ?? value)}>
        {shows.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
