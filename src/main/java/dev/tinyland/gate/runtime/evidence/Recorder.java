package dev.tinyland.gate.runtime.evidence;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what a run observes: always to be judged at its end, and in a bundle if there is one. */
public final class Recorder implements Pieces {
  private final @Nullable BundleWriter bundle;
  private final Consumer<String> observed;
  private final List<Piece> pieces = new ArrayList<>();
  private boolean stopped;

  private record Piece(String kind, Record evidence) {}

  /**
   * @param bundle null to keep nothing beyond the run
   * @param observed is told the kind of each piece when it is kept
   */
  public Recorder(@Nullable BundleWriter bundle, Consumer<String> observed) {
    this.bundle = bundle;
    this.observed = observed;
  }

  public @Nullable BundleWriter bundle() {
    return bundle;
  }

  /**
   * Adds a piece; when this returns, it is on disk.
   *
   * @throws InterruptedIOException after {@link #stop}
   */
  public synchronized void add(String kind, Record evidence) throws IOException {
    if (stopped) {
      throw new InterruptedIOException("the run was told to end");
    }
    keep(kind, evidence);
  }

  /**
   * Ends a run early: it adds nothing any more and its bundle stays one without an end, so that
   * nothing it was about to say is taken for what it saw.
   *
   * @param last makes what still has to be kept, when nothing else can be added any more
   */
  public void stop(String kind, Supplier<Record> last) throws IOException {
    synchronized (this) {
      stopped = true;
    }
    Record evidence = last.get();
    synchronized (this) {
      keep(kind, evidence);
    }
  }

  /** Whether it was ended early. */
  public synchronized boolean isStopped() {
    return stopped;
  }

  /** Says that everything is there. */
  public synchronized void end() throws IOException {
    if (stopped) {
      throw new InterruptedIOException("the run was told to end");
    }
    if (bundle != null) {
      bundle.end();
    }
  }

  private void keep(String kind, Record evidence) throws IOException {
    pieces.add(new Piece(kind, evidence));
    if (bundle != null) {
      bundle.add(kind, evidence);
    }
    observed.accept(kind);
  }

  @Override
  public synchronized <T extends Record> List<T> all(String kind, Class<T> type) {
    List<T> all = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.kind().equals(kind)) {
        all.add(type.cast(piece.evidence()));
      }
    }
    return all;
  }
}
