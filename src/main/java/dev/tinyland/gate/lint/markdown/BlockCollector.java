package dev.tinyland.gate.lint.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/** Collects the blocks of a page in order, each with the sections it lies in. */
final class BlockCollector extends AbstractVisitor {
  private static final String COMMENT = "<!--";

  private final String text;
  private final List<Fence> fences = new ArrayList<>();
  private final List<Prose> prose = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private String before = "";
  private String beforeList = "";
  private int base;

  /** An open section; level 0 is the page before its first heading. */
  private record Section(int level, String title, List<String> comments) {}

  BlockCollector(String text) {
    this.text = text;
  }

  /** Says which part of the text the next blocks are of. */
  void enter(Part part) {
    base = part.from();
    before = "";
    sections.clear();
    sections.add(new Section(0, "", new ArrayList<>()));
    for (Part.Title title : part.above()) {
      sections.add(new Section(title.level(), title.text(), new ArrayList<>()));
    }
  }

  List<Fence> fences() {
    return fences;
  }

  List<Prose> prose() {
    return prose;
  }

  @Override
  public void visit(Heading heading) {
    List<Line> lines = lines(heading);
    if (!(heading.getParent() instanceof Document)) {
      prose.add(new Prose(lines, around()));
      return;
    }
    String title = join(lines).strip();
    while (sections.getLast().level() >= heading.getLevel()) {
      sections.removeLast();
    }
    sections.add(new Section(heading.getLevel(), title, new ArrayList<>()));
    before = "";
    prose.add(new Prose(lines, around()));
  }

  @Override
  public void visit(Paragraph paragraph) {
    List<Line> lines = lines(paragraph);
    prose.add(new Prose(lines, around()));
    before = join(lines);
  }

  @Override
  public void visit(BulletList list) {
    list(list);
  }

  @Override
  public void visit(OrderedList list) {
    list(list);
  }

  private void list(ListBlock list) {
    String outer = beforeList;
    beforeList = outer + before;
    String introduction = before;
    visitChildren(list);
    beforeList = outer;
    before = introduction;
  }

  @Override
  public void visit(ListItem item) {
    before = "";
    visitChildren(item);
  }

  /** A comment within a line is none of ours: it may well be an example of one. */
  @Override
  public void visit(HtmlBlock html) {
    noteComments(html.getLiteral());
  }

  @Override
  public void visit(FencedCodeBlock code) {
    String info = code.getInfo();
    fences.add(new Fence(info == null ? "" : info.strip(), content(code), around()));
  }

  /** The lines between the fences; a blank line has no span of its own. */
  private List<Line> content(FencedCodeBlock code) {
    List<SourceSpan> spans = code.getSourceSpans();
    List<String> literals = code.getLiteral().lines().toList();
    List<Line> lines = new ArrayList<>();
    int at = 1;
    int lineEnd = place(spans.getFirst()) + spans.getFirst().getLength();
    for (int i = 0; i < literals.size(); i++) {
      int number = spans.getFirst().getLineIndex() + 1 + i;
      boolean written = at < spans.size() && spans.get(at).getLineIndex() == number;
      Line line =
          written ? line(spans.get(at++), literals.get(i)) : new Line(nextLine(lineEnd), "");
      lines.add(line);
      lineEnd = line.offset() + line.text().length();
    }
    return lines;
  }

  /** Where the line behind the one that holds the offset begins. */
  private int nextLine(int offset) {
    int feed = text.indexOf('\n', offset);
    return feed < 0 ? text.length() : feed + 1;
  }

  /** Some generators of sites indent what belongs to a note or a tab, fences included. */
  @Override
  public void visit(IndentedCodeBlock code) {
    List<Line> lines = lines(code);
    for (int i = 0; i < lines.size(); i++) {
      String opening = lines.get(i).text().strip();
      int length = fenceLength(opening);
      if (length < 3) {
        continue;
      }
      String fence = opening.substring(0, length);
      List<Line> content = new ArrayList<>();
      int depth = indentation(lines.get(i).text());
      int end = i + 1;
      while (end < lines.size() && !closes(lines.get(end).text(), fence)) {
        content.add(without(lines.get(end), depth));
        end++;
      }
      fences.add(new Fence(opening.substring(length).strip(), content, around()));
      i = end;
    }
  }

  private static int fenceLength(String line) {
    int length = 0;
    while (length < line.length()
        && (line.charAt(length) == '`' || line.charAt(length) == '~')
        && line.charAt(length) == line.charAt(0)) {
      length++;
    }
    return line.indexOf('`', length) >= 0 ? 0 : length;
  }

  private static boolean closes(String line, String fence) {
    String mark = line.strip();
    return mark.startsWith(fence) && fenceLength(mark) == mark.length();
  }

  private static int indentation(String line) {
    int blanks = 0;
    while (blanks < line.length() && line.charAt(blanks) == ' ') {
      blanks++;
    }
    return blanks;
  }

  private static Line without(Line line, int depth) {
    int blanks = Math.min(depth, indentation(line.text()));
    return new Line(line.offset() + blanks, line.text().substring(blanks));
  }

  /** The lines of a block; a blank one within it has no span of its own. */
  private List<Line> lines(Block block) {
    List<Line> lines = new ArrayList<>();
    int number = -1;
    for (SourceSpan span : block.getSourceSpans()) {
      while (number >= 0 && number < span.getLineIndex()) {
        Line last = lines.getLast();
        lines.add(new Line(nextLine(last.offset() + last.text().length()), ""));
        number++;
      }
      int start = place(span);
      lines.add(new Line(start, text.substring(start, start + span.getLength())));
      number = span.getLineIndex() + 1;
    }
    return lines;
  }

  /** The place of a line's literal text, which lacks the indentation of its fence. */
  private Line line(SourceSpan span, String literal) {
    int start = place(span);
    int end = start + span.getLength();
    int behind = end - literal.length();
    boolean verbatim = behind >= start && text.startsWith(literal, behind);
    return new Line(verbatim ? behind : start, verbatim ? literal : text.substring(start, end));
  }

  private int place(SourceSpan span) {
    return base + span.getInputIndex();
  }

  private void noteComments(String html) {
    for (int at = html.indexOf(COMMENT); at >= 0; at = html.indexOf(COMMENT, at + 1)) {
      int start = at + COMMENT.length();
      int end = html.indexOf("-->", start);
      String comment = html.substring(start, end < 0 ? html.length() : end);
      sections.getLast().comments().add(comment.strip());
    }
  }

  private Around around() {
    List<String> headings = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    for (Section section : sections) {
      if (section.level() > 0) {
        headings.add(section.title());
      }
      comments.addAll(section.comments());
    }
    return new Around(headings, comments, beforeList + before);
  }

  private static String join(List<Line> lines) {
    StringBuilder joined = new StringBuilder();
    for (Line line : lines) {
      joined.append(line.text()).append('\n');
    }
    return joined.toString();
  }
}
