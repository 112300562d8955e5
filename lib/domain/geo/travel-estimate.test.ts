import { expect, test } from "vitest";
import { travelModes } from "../vocabulary";
import { estimateReachKm, estimateTravelMinutes } from "./travel-estimate";

test("ten kilometres as the crow flies: 20 minutes by car, 39 by bus and train, 51 by bicycle, 150 on foot", () => {
  const minutes = travelModes.map((mode) => Math.round(estimateTravelMinutes(mode, 10)));
  expect(minutes).toEqual([20, 39, 51, 150]);
});

test("reach is the estimate turned round, for every mode", () => {
  for (const mode of travelModes) {
    expect(estimateReachKm(mode, estimateTravelMinutes(mode, 17.3))).toBeCloseTo(17.3, 9);
  }
});
