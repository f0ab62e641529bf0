package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.lint.yaml.YamlNode.Scalar;
import dev.tinyland.gate.lint.yaml.YamlNode.Scalar.Kind;
import dev.tinyland.gate.lint.yaml.YamlNode.Scalar.Style;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds nodes from the parser's events. The library's own composer recurses, forgets where an
 * alias stands, and gives up a file at the first fault; this one uses a stack of open collections,
 * closes what is open when something ends early, and keeps going where it can.
 */
final class Composer {
  private final SourceFile file;
  private final String text;
  private final Reports reports;
  private final Offsets offsets;
  private final ArrayDeque<OpenNode> open = new ArrayDeque<>();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final List<Scalar> scalars = new ArrayList<>();
  private @Nullable YamlNode root;
  private @Nullable Span firstAnchor;
  private int documents;
  private int nodes;
  private int expandedNodes;
  private int lastOffset;
  private boolean stopped;

  /** What an alias stands for: the node, how deep it is, how much is in it. */
  private record Anchored(YamlNode node, int height, int size) {}

  Composer(SourceFile file, String text, List<Problem> problems) {
    this.file = file;
    this.text = text;
    this.reports = new Reports(file, problems);
    this.offsets = new Offsets(file, text);
  }

  @Nullable YamlNode root() {
    return root;
  }

  @Nullable Span firstAnchor() {
    return firstAnchor;
  }

  /** The scalars written in the file, in file order. */
  List<Scalar> scalars() {
    return scalars;
  }

  /** How many nodes were read. */
  int nodeCount() {
    return nodes;
  }

  /** The offset up to which the file was understood. */
  int readTo() {
    return lastOffset;
  }

  /** Reads the text; null when the parser reached the end or a limit. */
  @Nullable SyntaxError compose() {
    SyntaxError error = null;
    try {
      Iterator<Event> events = new Parse(settings()).parseString(text).iterator();
      while (!stopped && events.hasNext()) {
        accept(events.next());
      }
    } catch (RuntimeException exception) {
      // Besides its own exceptions the library lets a few others out, such as for a bad code point.
      error = SyntaxError.of(exception, offsets, lastOffset);
    }
    while (!open.isEmpty()) {
      closeEarly();
    }
    return error;
  }

  /**
   * Settings whose buffer holds the whole text: the library copies what is left of its buffer at
   * each refill, which makes one long token cost the square of its length.
   */
  private LoadSettings settings() {
    return LoadSettings.builder().setBufferSize(text.length() + 1).build();
  }

  private void accept(Event event) {
    switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case MappingStart, SequenceStart -> start((CollectionStartEvent) event);
      case MappingEnd, SequenceEnd -> end(event);
      case DocumentStart -> documentStart((DocumentStartEvent) event);
      case StreamEnd -> lastOffset = text.length();
      case StreamStart, DocumentEnd, Comment -> {}
    }
  }

  private void documentStart(DocumentStartEvent event) {
    int offset = offsets.of(event.getStartMark(), lastOffset);
    documents++;
    if (documents > 1) {
      reports.add(offset, offset, "a second YAML document starts here; GitHub accepts only one");
      stopped = true;
      return;
    }
    if (event.getSpecVersion().isPresent() || !event.getTags().isEmpty()) {
      reports.add(
          offset, offset, "the file has a % directive; GitHub's YAML needs none, remove it");
    }
  }

  private void start(CollectionStartEvent event) {
    int start = offsets.of(event.getStartMark(), lastOffset);
    if (open.size() >= YamlReader.MAX_DEPTH) {
      String message = "nested deeper than " + YamlReader.MAX_DEPTH + " levels";
      reports.add(start, start, message + "; the rest of the file is not read");
      stopped = true;
      return;
    }
    lastOffset = offsets.of(event.getEndMark(), lastOffset);
    String anchor = anchorOf(event, start);
    open.push(new OpenNode(event instanceof MappingStartEvent, start, lastOffset, anchor));
    if (anchor != null) {
      // An alias within its own anchor must not find an older node of that name.
      anchors.remove(anchor);
    }
    count(2, start);
  }

  private void end(Event event) {
    OpenNode closed = open.pop();
    int mark = offsets.of(event.getEndMark(), lastOffset);
    if (mark > closed.end && isClosedBy(closed, text.charAt(mark - 1))) {
      closed.end = mark;
      lastOffset = mark;
    }
    finish(closed);
  }

  /** Block collections, and the pair in {@code [a: b]}, have no closing character of their own. */
  private boolean isClosedBy(OpenNode closed, char closer) {
    char opener = closed.mapping ? '{' : '[';
    int content = ScalarPlaces.afterProperties(text, closed.start, text.length());
    return closer == (closed.mapping ? '}' : ']')
        && content < text.length()
        && text.charAt(content) == opener;
  }

  private void closeEarly() {
    OpenNode closed = open.pop();
    Scalar key = closed.key;
    if (key != null) {
      closed.addValue(key, emptyScalar(closed.end), null);
    }
    finish(closed);
  }

  private void finish(OpenNode closed) {
    YamlNode node = closed.close(file);
    if (closed.anchor != null) {
      anchors.put(closed.anchor, new Anchored(node, closed.height + 1, closed.size + 2));
    }
    add(node, null, closed.start, closed.end, closed.height + 1, closed.size + 2);
  }

  private void scalar(ScalarEvent event) {
    int start = offsets.of(event.getStartMark(), lastOffset);
    int end = Math.max(start, offsets.of(event.getEndMark(), start));
    if (start == end) {
      // The library puts some missing values in front of what follows, lines further down.
      start = afterText(start);
      end = start;
    }
    Style style = Typing.styleOf(event);
    if (style == Style.LITERAL || style == Style.FOLDED) {
      end = endOfBlock(start, end);
    }
    String value = event.getValue();
    Kind kind = Typing.kindOf(event, style, start, end, reports);
    Scalar scalar = new Scalar(file, text, start, end, value, style, kind);
    lastOffset = end;
    scalars.add(scalar);
    String anchor = anchorOf(event, start);
    if (anchor != null) {
      anchors.put(anchor, new Anchored(scalar, 0, 1));
    }
    count(1, start);
    add(scalar, null, start, end, 0, 1);
  }

  private int afterText(int offset) {
    int at = offset;
    while (at > lastOffset && " \t\r\n".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private void alias(AliasEvent event) {
    int start = offsets.of(event.getStartMark(), lastOffset);
    int end = offsets.of(event.getEndMark(), start);
    lastOffset = end;
    noteAnchor(start, end);
    String name = event.getAlias().getValue();
    Anchored target = anchors.get(name);
    String refusal = refusal(name, target);
    if (target == null || refusal != null) {
      reports.add(start, end, refusal == null ? "" : refusal);
      add(emptyScalar(start), null, start, end, 0, 1);
      return;
    }
    count(target.size(), start);
    add(target.node(), file.span(start, end), start, end, target.height(), target.size());
  }

  private @Nullable String refusal(String name, @Nullable Anchored target) {
    if (target == null) {
      for (OpenNode node : open) {
        if (name.equals(node.anchor)) {
          return "the alias *" + Words.brief(name) + " stands within its own anchor";
        }
      }
      return "no anchor &" + Words.brief(name) + " precedes this alias";
    }
    if (open.size() + target.height() > YamlReader.MAX_DEPTH) {
      return "the alias *"
          + Words.brief(name)
          + " nests deeper than "
          + YamlReader.MAX_DEPTH
          + " levels";
    }
    if (expandedNodes + target.size() > YamlReader.MAX_NODES) {
      return "with the alias *" + Words.brief(name) + " the file has more than " + limit();
    }
    return null;
  }

  private static String limit() {
    return YamlReader.MAX_NODES + " nodes; GitHub refuses it";
  }

  /** Counts nodes as GitHub does and reports the first one too many. */
  private void count(int more, int offset) {
    boolean wasWithin = expandedNodes <= YamlReader.MAX_NODES;
    expandedNodes += more;
    if (wasWithin && expandedNodes > YamlReader.MAX_NODES) {
      reports.add(offset, offset, "the file has more than " + limit());
    }
  }

  private void add(
      YamlNode node, @Nullable Span aliasSpan, int start, int end, int height, int size) {
    nodes++;
    OpenNode parent = open.peek();
    if (parent == null) {
      if (root == null) {
        root = node;
      }
      return;
    }
    parent.end = Math.max(parent.end, end);
    parent.height = Math.max(parent.height, height);
    parent.size += size;
    if (!parent.mapping) {
      parent.addItem(node, aliasSpan);
    } else if (parent.key == null) {
      parent.key = key(parent, node, start, end);
    } else {
      parent.addValue(parent.key, node, aliasSpan);
    }
  }

  private Scalar key(OpenNode parent, YamlNode node, int start, int end) {
    if (!(node instanceof Scalar scalar)) {
      reports.add(start, end, "a key must be plain text; GitHub accepts no list or mapping here");
      return new Scalar(file, text, start, end, "?", Style.PLAIN, Kind.STRING);
    }
    String name = scalar.display();
    if (name.equals("<<") && scalar.style() == Style.PLAIN) {
      reports.add(start, end, "GitHub knows no merge key: `<<` is an ordinary key here");
    }
    Span earlier = parent.earlier(name, scalar.span());
    if (earlier != null) {
      reports.add(
          start, end, "'" + Words.brief(name) + "' is already defined on line " + earlier.line());
    }
    return scalar;
  }

  private Scalar emptyScalar(int offset) {
    return new Scalar(file, text, offset, offset, "", Style.PLAIN, Kind.NULL);
  }

  private @Nullable String anchorOf(NodeEvent event, int start) {
    if (event.getAnchor().isEmpty()) {
      return null;
    }
    noteAnchor(start, start);
    return event.getAnchor().get().getValue();
  }

  private void noteAnchor(int start, int end) {
    if (firstAnchor == null) {
      firstAnchor = file.span(start, end);
    }
  }

  /** The end of the last line that holds text; the library's end is the start of a later line. */
  private int endOfBlock(int start, int end) {
    int content = ScalarPlaces.afterProperties(text, start, end);
    int header = ScalarPlaces.endOfLine(text, content, text.length());
    int last = Math.min(end, text.length());
    while (last > header && " \t\r\n".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    return last <= header ? header : ScalarPlaces.endOfLine(text, last, text.length());
  }
}
