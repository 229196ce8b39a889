/** The form of the scenario: what runs, where, and how much of it. */

import type { ReactNode } from 'react';
import { type EngineName, isLoop } from '../../shared/scenario';
import { useDraft } from '../actions/context';
import { CallSection } from './call-section';
import { TextField } from './field';
import { LimitsSection } from './limits-section';
import { PayloadSection } from './payload-section';
import { PoolSection } from './pool-section';
import { SeedField } from './seed-field';
import { WorkSection } from './work-section';
import './scenario.css';

export function ScenarioPanel() {
  const serial = useDraft(({ fields }) => isLoop(fields.engine as EngineName));
  return (
    <section className="scenario" aria-label="Scenario">
      <h2 className="visually-hidden">Scenario</h2>
      <Section title="Pool">
        <PoolSection serial={serial} />
      </Section>
      <Section title="Call">
        <CallSection serial={serial} />
      </Section>
      <LimitsSection serial={serial} />
      <Section title="Work">
        <WorkSection />
      </Section>
      <Section title="Payload">
        <PayloadSection serial={serial} />
      </Section>
      <Section title="File">
        <SeedField />
        <TextField path="name" label="Name" kind="text" />
      </Section>
    </section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="scenario-section">
      <legend className="scenario-title">{title}</legend>
      {children}
    </fieldset>
  );
}
