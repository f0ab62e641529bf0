package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.evidence.Question;
import dev.tinyland.gate.runtime.evidence.Recorder;

/**
 * A check that is under way.
 *
 * @param recorder keeps what is observed, in the moment in which it is
 */
record Run(
    Question question, StateSettings settings, Connections open, Recorder recorder, Watch watch) {}
