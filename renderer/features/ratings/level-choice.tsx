import { useLayoutEffect, useRef, useState } from 'react';
import { ratingLevelNames, ratingsText } from '../../../db/contract/vi/ratings.ts';
import { type RatingLevel, ratingLevels } from '../../../db/domain/ratings.ts';
import { classes } from '../../components/classes.ts';
import styles from './level-choice.module.css';

interface LevelChoiceProps {
  id: string;
  label: string;
  /** The cell that it belongs to. */
  anchorId: string;
  /** Top of the cell's row. */
  top: number;
  choice: number;
  onChoose: (level: RatingLevel | null) => void;
  /** The pointer went down elsewhere. */
  onAside: () => void;
}

/** Pixels at the foot of the grid that a notice may lie over. */
const NOTICE = 150;

const choices: ReadonlyArray<{ digit: number; level: RatingLevel | null }> = [
  ...ratingLevels.map((level, index) => ({ digit: index + 1, level })),
  { digit: 0, level: null },
];

/** The levels below the cell, above it where there is no room. The grid keeps the focus and the keys. */
export function LevelChoice({ id, label, anchorId, top, choice, onChoose, onAside }: LevelChoiceProps) {
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top });
  useLayoutEffect(() => {
    const cell = document.getElementById(anchorId);
    const scroller = cell?.closest('[role="grid"]');
    const popup = list.current;
    if (!cell || !scroller || !popup) return;
    const cellBox = cell.getBoundingClientRect();
    const frame = scroller.getBoundingClientRect();
    const below = frame.bottom - cellBox.bottom - NOTICE;
    const left =
      Math.min(cellBox.left, frame.right - popup.offsetWidth - 20) - frame.left + scroller.scrollLeft;
    setPlace({ left, top: below > popup.offsetHeight + 4 ? top + cellBox.height : top - popup.offsetHeight });
  }, [anchorId, top]);
  useLayoutEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !list.current?.contains(event.target)) onAside();
    };
    window.addEventListener('pointerdown', onPointer);
    return () => window.removeEventListener('pointerdown', onPointer);
  });

  return (
    <div ref={list} id={id} className={styles.list} role="listbox" aria-label={label} style={place}>
      {choices.map(({ digit, level }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the grid holds the focus and the keys
        <div
          key={digit}
          id={`${id}-${index}`}
          className={classes(styles.option, index === choice && styles.active)}
          role="option"
          aria-selected={index === choice}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(level)}
        >
          <kbd aria-hidden>{digit}</kbd>
          {level === null ? ratingsText.clearLevel : ratingLevelNames[level]}
        </div>
      ))}
    </div>
  );
}
