package dev.tinyland.gate.lint.expression;

import dev.tinyland.gate.lint.expression.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses GitHub expressions. The parser keeps its own stack, so that no nesting of the text can
 * exhaust the thread's; the limits are the runner's (21,000 characters, a tree 50 levels deep).
 */
public final class ExpressionParser {
  /** Longest expression, in UTF-16 code units. */
  public static final int MAX_LENGTH = 21_000;

  /** Deepest tree. */
  public static final int MAX_DEPTH = 50;

  private final String text;
  private final int begin;
  private final int end;
  private final Lexer lexer;
  private final @Nullable Set<String> contexts;
  private final @Nullable Set<String> functions;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private Token token;
  private Token last;

  private ExpressionParser(
      String text,
      int begin,
      int end,
      @Nullable Set<String> contexts,
      @Nullable Set<String> functions) {
    this.text = text;
    this.begin = begin;
    this.end = end;
    this.contexts = contexts;
    this.functions = functions;
    lexer = new Lexer(text, begin, end);
    token = lexer.next();
    last = token;
  }

  /**
   * Parses with every context and function that GitHub has.
   *
   * @throws ExpressionSyntaxException with the 1-based position of the first thing that is wrong
   */
  public static Expression parse(String text) throws ExpressionSyntaxException {
    return parse(text, FunctionTable.CONTEXTS, FunctionTable.FUNCTIONS);
  }

  /**
   * Parses with the given names only (lower-case); null allows any name.
   *
   * @throws ExpressionSyntaxException with the 1-based position of the first thing that is wrong
   */
  public static Expression parse(
      String text, @Nullable Set<String> contexts, @Nullable Set<String> functions)
      throws ExpressionSyntaxException {
    return parse(text, 0, text.length(), contexts, functions);
  }

  /** Parses a range of a text; offsets and positions count from the start of the whole text. */
  static Expression parse(
      String text,
      int begin,
      int end,
      @Nullable Set<String> contexts,
      @Nullable Set<String> functions)
      throws ExpressionSyntaxException {
    if (end - begin > MAX_LENGTH) {
      String reason = "Exceeded max expression length " + MAX_LENGTH;
      throw new ExpressionSyntaxException(reason, reason, begin + 1);
    }
    return new ExpressionParser(text, begin, end, contexts, functions).run();
  }

  private Expression run() throws ExpressionSyntaxException {
    if (token.kind() == Kind.END) {
      String reason = "An expression was expected";
      throw new ExpressionSyntaxException(reason, reason, begin + 1);
    }
    while (true) {
      Operand operand = readOperand();
      while (operand != null) {
        operand = extend(operand);
        if (operand != null && token.kind() == Kind.END && frames.isEmpty()) {
          return operand.node();
        }
      }
    }
  }

  /** Reads up to a whole operand; null where a bracket or operator opened instead. */
  private @Nullable Operand readOperand() throws ExpressionSyntaxException {
    Token read = token;
    switch (read.kind()) {
      case NOT -> push(Frame.NOT, null);
      case OPEN_GROUP -> push(Frame.BRACKET, null);
      case LITERAL -> {
        advance();
        Value value = read.value() == null ? Value.NULL : read.value();
        return Operand.literal(new Expression.Literal(value, read.start(), read.end()));
      }
      case NAME -> {
        return lexer.beforeParenthesis() ? openCall(read) : context(read);
      }
      case END -> throw endOfExpression();
      default -> throw unexpected(read);
    }
    return null;
  }

  private Operand context(Token name) throws ExpressionSyntaxException {
    String folded = word(name).toLowerCase(Locale.ROOT);
    if (contexts != null && !contexts.contains(folded)) {
      throw error("Unrecognized named-value", name);
    }
    advance();
    return Operand.member(new Expression.Context(folded, name.start(), name.end()), 1, name);
  }

  private @Nullable Operand openCall(Token name) throws ExpressionSyntaxException {
    String folded = word(name).toLowerCase(Locale.ROOT);
    if (functions != null && !functions.contains(folded)) {
      throw error("Unrecognized function", name);
    }
    push(Frame.BRACKET, folded);
    advance();
    return token.kind() == Kind.CLOSE_GROUP ? closeCall(frames.pop()) : null;
  }

  /** What follows an operand: gives a larger operand, or null where another one must be read. */
  private @Nullable Operand extend(Operand operand) throws ExpressionSyntaxException {
    if (token.kind() == Kind.DOT && operand.dereferencable()) {
      return dereference(operand);
    }
    if (token.kind() == Kind.OPEN_INDEX && operand.dereferencable()) {
      return openIndex(operand);
    }
    int level = Frame.level(token.kind());
    Operand reduced = reduce(operand, Math.max(level, 1));
    if (level > 0) {
      push(level, null).left.add(reduced);
      return null;
    }
    return close(reduced);
  }

  private Operand dereference(Operand of) throws ExpressionSyntaxException {
    advance();
    Token name = token;
    if (name.kind() != Kind.NAME && name.kind() != Kind.STAR) {
      throw name.kind() == Kind.END ? endOfExpression() : unexpected(name);
    }
    advance();
    int start = of.start();
    Expression node =
        name.kind() == Kind.STAR
            ? new Expression.Filter(of.node(), start, name.end())
            : new Expression.Property(of.node(), word(name), start, name.end());
    return Operand.member(node, of.depth() + 1, name);
  }

  private @Nullable Operand openIndex(Operand of) throws ExpressionSyntaxException {
    Frame frame = push(Frame.BRACKET, null);
    frame.left.add(of);
    if (token.kind() != Kind.STAR) {
      return null;
    }
    advance();
    Token close = token;
    if (close.kind() != Kind.CLOSE_INDEX) {
      throw close.kind() == Kind.END ? endOfExpression() : unexpected(close);
    }
    frames.pop();
    advance();
    Expression node = new Expression.Filter(of.node(), of.start(), close.end());
    return Operand.member(node, of.depth() + 1, close);
  }

  private Operand reduce(Operand operand, int level) throws ExpressionSyntaxException {
    Operand result = operand;
    while (!frames.isEmpty() && !frames.getFirst().isBracket()) {
      Frame frame = frames.getFirst();
      if (frame.level < level) {
        return result;
      }
      frames.pop();
      result = apply(frame, result);
    }
    return result;
  }

  private static Operand apply(Frame frame, Operand right) throws ExpressionSyntaxException {
    if (frame.level == Frame.NOT) {
      return Operand.not(frame.token, right);
    }
    Operand left = frame.left.getFirst();
    return frame.level > Frame.AND
        ? Operand.binary(left, frame.token, right)
        : Operand.logical(left, frame.token, right);
  }

  /** The current token closes the innermost bracket, or is an error. */
  private @Nullable Operand close(Operand operand) throws ExpressionSyntaxException {
    Frame frame = frames.peekFirst();
    if (token.kind() == Kind.END) {
      if (frame == null) {
        return operand;
      }
      throw endOfExpression();
    }
    if (frame == null) {
      throw unexpected(token);
    }
    if (token.kind() == Kind.COMMA && frame.function != null) {
      frame.left.add(operand);
      advance();
      return null;
    }
    if (token.kind() == Kind.CLOSE_INDEX && frame.token.kind() == Kind.OPEN_INDEX) {
      return closeIndex(frames.pop(), operand);
    }
    if (token.kind() != Kind.CLOSE_GROUP || frame.token.kind() == Kind.OPEN_INDEX) {
      throw unexpected(token);
    }
    frames.pop();
    if (frame.function != null) {
      frame.left.add(operand);
      return closeCall(frame);
    }
    Operand grouped = operand.grouped(frame.token, token);
    advance();
    return grouped;
  }

  private Operand closeIndex(Frame frame, Operand index) throws ExpressionSyntaxException {
    Operand of = frame.left.getFirst();
    Token close = token;
    advance();
    Expression node = new Expression.Index(of.node(), index.node(), of.start(), close.end());
    return Operand.member(node, Math.max(of.depth(), index.depth()) + 1, frame.token);
  }

  private Operand closeCall(Frame frame) throws ExpressionSyntaxException {
    String function = frame.function == null ? "" : frame.function;
    String problem = FunctionTable.arityError(function, frame.left.size());
    if (problem != null && functions != null) {
      throw error(problem, frame.token);
    }
    List<Expression> arguments = new ArrayList<>(frame.left.size());
    int depth = 0;
    for (Operand argument : frame.left) {
      arguments.add(argument.node());
      depth = Math.max(depth, argument.depth());
    }
    Token close = token;
    advance();
    Expression node =
        new Expression.Call(function, List.copyOf(arguments), frame.token.start(), close.end());
    return Operand.member(node, depth + 1, frame.token);
  }

  private Frame push(int level, @Nullable String function) {
    Frame frame = new Frame(token, level, function);
    frames.push(frame);
    advance();
    return frame;
  }

  private void advance() {
    last = token;
    token = lexer.next();
  }

  private String word(Token name) {
    return text.substring(name.start(), name.end());
  }

  private ExpressionSyntaxException unexpected(Token at) {
    return error("Unexpected symbol", at);
  }

  private ExpressionSyntaxException endOfExpression() {
    return error("Unexpected end of expression", last);
  }

  private ExpressionSyntaxException error(String description, Token at) {
    String reason = description + ": '" + word(at) + "'";
    int relative = at.start() - begin + 1;
    String message =
        reason
            + ". Located at position "
            + relative
            + " within expression: "
            + text.substring(begin, end);
    return new ExpressionSyntaxException(reason, message, at.start() + 1);
  }
}
