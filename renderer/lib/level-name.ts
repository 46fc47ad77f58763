import { ratingLevelNames, unratedName } from '../../db/contract/vi/ratings.ts';
import { type RatingLevel, ratingLevels } from '../../db/domain/ratings.ts';

const isRatingLevel = (text: string | null): text is RatingLevel =>
  text !== null && (ratingLevels as readonly string[]).includes(text);

/** The Vietnamese name of a level that came as text; unrated when there is none. */
export const levelName = (level: string | null): string =>
  isRatingLevel(level) ? ratingLevelNames[level] : unratedName;
