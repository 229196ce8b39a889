import { describe, expect, it } from 'vitest';
import { createPresenterCommands } from '../../../../src/renderer/presenter/presenter-commands';
import { createLaneStore } from '../../../../src/renderer/store/lane-settings';
import { createPresenterStore } from '../../../../src/renderer/store/presenter';
import type { PresenterPreferences } from '../../../../src/shared/settings';

function opened() {
  const presenter = createPresenterStore();
  const lanes = createLaneStore();
  const kept: PresenterPreferences[] = [];
  const commands = createPresenterCommands({
    presenter,
    lanes,
    keep: (preferences) => kept.push(preferences),
    fillScreen: () => undefined,
    hush: () => undefined,
  });
  return { presenter, lanes, kept, commands };
}

describe('presenter mode', () => {
  it('is entered and left by the same command, and lanes are as they were', () => {
    const { presenter, lanes, commands } = opened();
    const before = lanes.getState();
    commands.toggle();
    expect(presenter.getState().presenting).toBe(true);
    expect(lanes.getState()).toMatchObject({ fitted: true, laneSize: before.laneSize });
    commands.toggle();
    expect(presenter.getState().presenting).toBe(false);
    expect(lanes.getState()).toEqual(before);
  });

  it('shows what is asked for, and forgets that when it is entered again', () => {
    const { presenter, commands } = opened();
    commands.enter();
    commands.toggleAside('inspector');
    commands.toggleAside('panels');
    commands.toggleAside('inspector');
    expect(presenter.getState().asides).toEqual(['panels']);
    commands.leave();
    commands.enter();
    expect(presenter.getState().asides).toEqual([]);
  });

  it('remembers whether keys are shown and the spotlight is on', () => {
    const { kept, commands } = opened();
    commands.toggleSpotlight();
    commands.toggleKeys();
    expect(kept).toEqual([
      { spotlight: true, keys: true },
      { spotlight: true, keys: false },
    ]);
  });
});
