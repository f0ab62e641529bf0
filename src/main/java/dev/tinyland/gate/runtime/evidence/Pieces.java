package dev.tinyland.gate.runtime.evidence;

import java.io.IOException;
import java.util.List;

/** Pieces of evidence by their kind: of a run that is under way, or of a stored bundle. */
public interface Pieces {
  /** All pieces of a kind, in the order in which they were observed. */
  <T extends Record> List<T> all(String kind, Class<T> type) throws IOException;
}
