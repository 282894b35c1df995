package org.cleanclaim.edits.payerrule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.edits.payerrule.Comparison.Operator;
import org.cleanclaim.edits.payerrule.LineCondition.Quantity;
import org.cleanclaim.edits.payerrule.YamlRule.Refused;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/// Reads conditions: `FIELD COMPARISON VALUES`, or a group of them.
final class ConditionForm {
  private static final String ANY_OF = "any of";
  private static final String EXPRESSION = "expression";
  private static final Set<String> GROUPS =
      Set.of(
          ANY_OF, EXPRESSION, Quantity.ANY.words(), Quantity.NONE.words(), Quantity.EVERY.words());

  private ConditionForm() {}

  static List<PayerCondition> readAll(Node node) throws Refused {
    var conditions = new ArrayList<PayerCondition>();
    for (Node each : YamlRule.list(node)) conditions.add(read(each));
    return conditions;
  }

  private static PayerCondition read(Node node) throws Refused {
    if (!(node instanceof MappingNode)) return comparison(YamlRule.text(node), YamlRule.line(node));
    Map<String, Node> entries = YamlRule.entries(node, GROUPS);
    if (entries.size() != 1) {
      throw new Refused(
          YamlRule.line(node), "A condition says one thing.", "Begin a new condition with \"-\".");
    }
    var entry = entries.entrySet().iterator().next();
    Node value = entry.getValue();
    return switch (entry.getKey()) {
      case ANY_OF -> new AnyOf(readAll(value));
      case EXPRESSION -> expression(YamlRule.text(value), YamlRule.line(value));
      case String words -> {
        for (Quantity quantity : Quantity.values()) {
          if (quantity.words().equals(words)) {
            yield new LineCondition(quantity, readAll(value));
          }
        }
        throw new IllegalStateException(words);
      }
    };
  }

  private static CelCondition expression(String text, int line) throws Refused {
    try {
      return CelCondition.of(text);
    } catch (Comparison.Refused e) {
      throw new Refused(line, sentence(e), "Correct the expression.");
    }
  }

  static Comparison comparison(String text, int line) throws Refused {
    int space = text.indexOf(' ');
    String name = space < 0 ? text : text.substring(0, space);
    String rest = space < 0 ? "" : text.substring(space + 1).strip();
    ClaimField field = field(name, line);
    for (Operator operator : Operator.values()) {
      if (!rest.equals(operator.words()) && !rest.startsWith(operator.words() + " ")) continue;
      String values = rest.substring(operator.words().length()).strip();
      boolean isWhole = operator == Operator.MATCH || operator == Operator.NO_MATCH;
      try {
        return Comparison.of(
            field,
            operator,
            isWhole && !values.isEmpty() ? List.of(values) : YamlRule.values(values));
      } catch (Comparison.Refused e) {
        throw new Refused(line, sentence(e), "Correct the condition \"" + text + "\".");
      }
    }
    throw new Refused(
        line,
        "\"" + rest + "\" is no comparison.",
        "Use one of: "
            + String.join(
                ", ", java.util.Arrays.stream(Operator.values()).map(Operator::words).toList())
            + ".");
  }

  static ClaimField field(String name, int line) throws Refused {
    return ClaimField.named(name)
        .orElseThrow(() ->
            new Refused(
                line,
                "There is no field \"" + name + "\".",
                "See the list of fields; did you mean " + nearest(name) + "?"));
  }

  /// The field whose name has most characters in common from the start and the end.
  private static String nearest(String name) {
    String best = "";
    int most = -1;
    for (ClaimField field : ClaimField.values()) {
      String title = field.title();
      int same = 0;
      while (same < Math.min(title.length(), name.length())
          && title.charAt(same) == name.charAt(same)) same++;
      int end = 0;
      while (end < Math.min(title.length(), name.length())
          && title.charAt(title.length() - 1 - end) == name.charAt(name.length() - 1 - end)) end++;
      if (same + end > most) {
        most = same + end;
        best = title;
      }
    }
    return best;
  }

  private static String sentence(Exception e) {
    String message = e.getMessage() == null ? "It is not in form" : e.getMessage();
    String start = message.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
    String sentence = start + message.substring(1);
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
