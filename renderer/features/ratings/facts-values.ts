import { type EnteredFacts, noFacts } from '../../../db/contract/rating-facts.ts';

/** The facts as typed; '' is "not entered". */
export interface FactValues {
  tasksTotal: string;
  tasksOnTime: string;
  tasksLate: string;
  tasksBeyond: string;
  earlierTotal: string;
  earlierPutRight: string;
  longLeaveMonths: string;
  temporarilyExempt: boolean;
  underExamination: boolean;
  listedCase: Choice;
  newFacts: boolean;
  formerCellOpinion: boolean;
  isStaff: Choice;
  targetsTotal: string;
  targetsReached: string;
  subordinatesTotal: string;
  subordinatesDisciplined: string;
  collectiveDisciplined: Choice;
  disciplineReason: string;
  note: string;
}
export type Choice = '' | 'yes' | 'no';

const choiceOf = (value: boolean | null): Choice => (value === null ? '' : value ? 'yes' : 'no');
const fromChoice = (choice: Choice): boolean | null => (choice === '' ? null : choice === 'yes');
const typed = (count: number | undefined): string => (count === undefined ? '' : String(count));
const whole = (text: string): number => (text.trim() === '' ? 0 : Number(text));
const noneOf = (...texts: string[]): boolean => texts.every((text) => text.trim() === '');

export const factValues = (facts: EnteredFacts): FactValues => ({
  tasksTotal: typed(facts.tasks?.total),
  tasksOnTime: typed(facts.tasks?.onTime),
  tasksLate: typed(facts.tasks?.late),
  tasksBeyond: typed(facts.tasks?.beyondRequirement),
  earlierTotal: typed(facts.earlierShortcomings?.total),
  earlierPutRight: typed(facts.earlierShortcomings?.putRight),
  longLeaveMonths: facts.longLeaveMonths === 0 ? '' : String(facts.longLeaveMonths),
  temporarilyExempt: facts.temporarilyExempt,
  underExamination: facts.underExamination,
  listedCase: choiceOf(facts.listedCaseConcluded),
  newFacts: facts.newFactsAfterDecision,
  formerCellOpinion: facts.formerCellOpinion,
  isStaff: choiceOf(facts.isStaff),
  targetsTotal: typed(facts.targets?.total),
  targetsReached: typed(facts.targets?.reached),
  subordinatesTotal: typed(facts.subordinates?.total),
  subordinatesDisciplined: typed(facts.subordinates?.disciplined),
  collectiveDisciplined: choiceOf(facts.collectiveDisciplined),
  disciplineReason: facts.disciplineReason,
  note: facts.note,
});

/** A group of which nothing was typed is not entered; in one that was begun an empty field is 0. */
export const factsFrom = (values: FactValues): EnteredFacts => ({
  ...noFacts,
  tasks: noneOf(values.tasksTotal, values.tasksOnTime, values.tasksLate, values.tasksBeyond)
    ? null
    : {
        total: whole(values.tasksTotal),
        onTime: whole(values.tasksOnTime),
        late: whole(values.tasksLate),
        beyondRequirement: whole(values.tasksBeyond),
      },
  earlierShortcomings: noneOf(values.earlierTotal, values.earlierPutRight)
    ? null
    : { total: whole(values.earlierTotal), putRight: whole(values.earlierPutRight) },
  longLeaveMonths: whole(values.longLeaveMonths),
  temporarilyExempt: values.temporarilyExempt,
  underExamination: values.underExamination,
  listedCaseConcluded: fromChoice(values.listedCase),
  newFactsAfterDecision: values.newFacts,
  formerCellOpinion: values.formerCellOpinion,
  isStaff: fromChoice(values.isStaff),
  targets: noneOf(values.targetsTotal, values.targetsReached)
    ? null
    : { total: whole(values.targetsTotal), reached: whole(values.targetsReached) },
  subordinates: noneOf(values.subordinatesTotal, values.subordinatesDisciplined)
    ? null
    : { total: whole(values.subordinatesTotal), disciplined: whole(values.subordinatesDisciplined) },
  collectiveDisciplined: fromChoice(values.collectiveDisciplined),
  // A reason speaks for what is said instead of the book.
  disciplineReason: values.collectiveDisciplined === '' ? '' : values.disciplineReason,
  note: values.note,
});

/** The field of the form at which a refused fact is shown. */
export const fieldOfFact: Readonly<Record<string, keyof FactValues>> = {
  'facts.tasks.total': 'tasksTotal',
  'facts.tasks.onTime': 'tasksOnTime',
  'facts.tasks.late': 'tasksLate',
  'facts.tasks.beyondRequirement': 'tasksBeyond',
  'facts.earlierShortcomings.total': 'earlierTotal',
  'facts.earlierShortcomings.putRight': 'earlierPutRight',
  'facts.longLeaveMonths': 'longLeaveMonths',
  'facts.targets.total': 'targetsTotal',
  'facts.targets.reached': 'targetsReached',
  'facts.subordinates.total': 'subordinatesTotal',
  'facts.subordinates.disciplined': 'subordinatesDisciplined',
  'facts.disciplineReason': 'disciplineReason',
};
