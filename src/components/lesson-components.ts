import Actor from './Actor.astro';
import Diagram from './Diagram.astro';
import Lab from './Lab.astro';
import Predict from './Predict.astro';
import Quote from './Quote.astro';
import Recall from './Recall.astro';
import Recorded from './Recorded.astro';
import Steps from './Steps.astro';
import Symptom from './Symptom.astro';
import Table from './Table.astro';

/** What a lesson is written with, and needs not import. */
export const lessonComponents = { Actor, Diagram, Lab, Predict, Quote, Recall, Recorded, Steps, Symptom, table: Table };
