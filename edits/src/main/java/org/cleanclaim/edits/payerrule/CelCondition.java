package org.cleanclaim.edits.payerrule;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.Money;

/// A condition in the Common Expression Language, for what field, comparison and values cannot say:
/// `lines.exists(l, l.procedure == "G2211" && !("25" in l.modifiers))`. Types are checked when the
/// rule is read. An expression always ends: the language has no loops but those over lines, which
/// are nested at most twice and stopped after a number of steps.
///
/// Every claim field is a name. Text is `string` (empty when missing), a list of codes
/// `list(string)`, a date a `string` such as `2026-03-02`, money `int` cents, a number `double`;
/// missing amounts and numbers are -1. `lines` are all lines, whose fields are named without
/// `line.`.
public final class CelCondition implements PayerCondition {
  static final int MOST_CHARACTERS = 1_000;
  static final int MOST_STEPS = 20_000;
  static final int DEEPEST_NESTING = 2;
  private static final String LINES = "lines";
  private static final long MISSING = -1;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(MOST_CHARACTERS)
          .maxParseRecursionDepth(32)
          .comprehensionMaxIterations(MOST_STEPS)
          .enableHeterogeneousNumericComparisons(true)
          .build();

  private static final StructType LINE = lineType();

  /// Made when the first expression is read: most rules have none.
  private static final class Language {
    static final CelCompiler COMPILER = compiler();
    static final CelRuntime RUNTIME =
        CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();
  }

  private final String source;
  private final CelRuntime.Program program;
  private final Set<ClaimField> fields;
  private final Set<ClaimField> fieldsOfLines;
  private final boolean readsLines;

  private CelCondition(
      String source,
      CelRuntime.Program program,
      Set<ClaimField> fields,
      Set<ClaimField> fieldsOfLines,
      boolean readsLines) {
    this.source = source;
    this.program = program;
    this.fields = fields;
    this.fieldsOfLines = fieldsOfLines;
    this.readsLines = readsLines;
  }

  /// Reads an expression.
  ///
  /// @throws Comparison.Refused when it is no expression, asks for what is not there, is no
  ///   question or may cost too much
  static CelCondition of(String source) throws Comparison.Refused {
    if (source.length() > MOST_CHARACTERS) {
      throw new Comparison.Refused(
          "the expression has %d characters, %d are the most"
              .formatted(source.length(), MOST_CHARACTERS));
    }
    try {
      var ast = Language.COMPILER.compile(source).getAst();
      if (!ast.getResultType().equals(SimpleType.BOOL)) {
        throw new Comparison.Refused("the expression is no yes-or-no question");
      }
      var fields = EnumSet.noneOf(ClaimField.class);
      var fieldsOfLines = EnumSet.noneOf(ClaimField.class);
      boolean readsLines = false;
      var nodes = CelNavigableAst.fromAst(ast).getRoot().allNodes().toList();
      for (CelNavigableExpr node : nodes) {
        if (node.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) checkNesting(node);
        if (node.getKind() == CelExpr.ExprKind.Kind.SELECT) {
          ClaimField.named("line." + node.expr().select().field()).ifPresent(fieldsOfLines::add);
        }
      }
      for (var reference : ast.getReferenceMap().values()) {
        ClaimField.named(reference.name()).ifPresent(fields::add);
        readsLines |= reference.name().equals(LINES);
      }
      return new CelCondition(
          source, Language.RUNTIME.createProgram(ast), fields, fieldsOfLines, readsLines);
    } catch (CelValidationException e) {
      String message = e.getMessage() == null ? "not in form" : e.getMessage();
      throw new Comparison.Refused(
          "the expression is not in form: " + message.lines().findFirst().orElse("").strip());
    } catch (CelEvaluationException e) {
      throw new Comparison.Refused("the expression cannot be run");
    }
  }

  private static void checkNesting(CelNavigableExpr node) throws Comparison.Refused {
    int depth = 1;
    for (Optional<CelNavigableExpr> up = node.parent(); up.isPresent(); up = up.get().parent()) {
      if (up.get().getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) depth++;
    }
    if (depth > DEEPEST_NESTING) {
      throw new Comparison.Refused(
          "the expression goes over lines within lines %d deep and may not end in time; %d is the most"
              .formatted(depth, DEEPEST_NESTING));
    }
  }

  @Override
  public Answer answer(Facts facts) {
    Map<String, Object> values = new HashMap<>();
    for (ClaimField field : fields) values.put(field.title(), value(field, facts));
    if (readsLines) values.put(LINES, facts.lines().stream().map(this::asMap).toList());
    try {
      return Answer.of(Boolean.TRUE.equals(program.eval(values)));
    } catch (CelEvaluationException e) {
      return Answer.UNDECIDED;
    }
  }

  private Map<String, Object> asMap(Facts line) {
    Map<String, Object> map = new HashMap<>();
    for (ClaimField field : fieldsOfLines) map.put(plain(field), value(field, line));
    return map;
  }

  private static Object value(ClaimField field, Facts facts) {
    List<String> read = facts.values(field);
    return switch (field.type()) {
      case CODE_LIST -> read;
      case TEXT, DATE -> read.isEmpty() ? "" : read.getFirst();
      case NUMBER ->
          read.isEmpty() ? (double) MISSING : new BigDecimal(read.getFirst()).doubleValue();
      case MONEY -> read.isEmpty() ? MISSING : Money.of(read.getFirst()).cents();
    };
  }

  @Override
  public Set<ClaimField> lineFields() {
    return fields.stream().filter(ClaimField::isOfLine).collect(Collectors.toUnmodifiableSet());
  }

  private static CelCompiler compiler() {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(new LineTypes())
            .setResultType(SimpleType.BOOL);
    for (ClaimField field : ClaimField.values()) builder.addVar(field.title(), type(field));
    return builder.addVar(LINES, ListType.create(LINE)).build();
  }

  private static StructType lineType() {
    var names =
        Arrays.stream(ClaimField.values())
            .filter(ClaimField::isOfLine)
            .map(CelCondition::plain)
            .toList();
    return StructType.create(
        "Line",
        ImmutableSet.copyOf(names),
        name -> ClaimField.named("line." + name).map(CelCondition::type));
  }

  private static String plain(ClaimField field) {
    return field.title().substring("line.".length());
  }

  private static CelType type(ClaimField field) {
    return switch (field.type()) {
      case TEXT, DATE -> SimpleType.STRING;
      case CODE_LIST -> ListType.create(SimpleType.STRING);
      case MONEY -> SimpleType.INT;
      case NUMBER -> SimpleType.DOUBLE;
    };
  }

  /// The one type that is no part of the language.
  private static final class LineTypes implements CelTypeProvider {
    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.of(LINE);
    }

    @Override
    public Optional<CelType> findType(String name) {
      return name.equals(LINE.name()) ? Optional.of(LINE) : Optional.empty();
    }
  }

  /// As people write it.
  @Override
  public String toString() {
    return source;
  }
}
