package org.cleanclaim.edits.payerrule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.edits.payerrule.ClaimField.Access;
import org.cleanclaim.edits.payerrule.PayerAction.Manner;
import org.cleanclaim.edits.payerrule.PayerAction.Weight;
import org.cleanclaim.edits.payerrule.YamlRule.Refused;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.code.Carc;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/// Reads actions: `hold: sentence`, `warn: sentence`, `set: FIELD VALUES`, `add: FIELD VALUES`,
/// `remove: FIELD VALUES`, `tag: word`. All but the last may name the reason of the `denial` that
/// they prevent.
final class ActionForm {
  private static final Set<String> VERBS = Set.of("hold", "warn", "set", "add", "remove", "tag");
  private static final Set<String> ALLOWED =
      Set.of("hold", "warn", "set", "add", "remove", "tag", "fix", "at", "denial");

  private ActionForm() {}

  static List<PayerAction> readAll(Node node, boolean isOfLines) throws Refused {
    var actions = new ArrayList<PayerAction>();
    for (Node each : YamlRule.list(node)) actions.add(read(each, isOfLines));
    return actions;
  }

  private static PayerAction read(Node node, boolean isOfLines) throws Refused {
    Map<String, Node> entries = YamlRule.entries(node, ALLOWED);
    var verbs = entries.keySet().stream().filter(VERBS::contains).toList();
    int line = YamlRule.line(node);
    if (verbs.size() != 1) {
      throw new Refused(
          line, "An action does one thing.", "Use one of: add, hold, remove, set, tag, warn.");
    }
    String verb = verbs.getFirst();
    boolean isSaying = verb.equals("hold") || verb.equals("warn");
    if (!isSaying && (entries.containsKey("fix") || entries.containsKey("at"))) {
      throw new Refused(line, "Only hold and warn take fix and at.", "Remove them.");
    }
    if (verb.equals("tag") && entries.containsKey("denial")) {
      throw new Refused(line, "A tag prevents no denial.", "Remove denial.");
    }
    String value = YamlRule.text(YamlRule.required(entries, verb, line));
    return switch (verb) {
      case "hold" -> say(Weight.HOLD, value, entries, line, isOfLines);
      case "warn" -> say(Weight.WARN, value, entries, line, isOfLines);
      case "tag" -> new PayerAction.Tag(value);
      default ->
          write(
              Manner.valueOf(verb.toUpperCase(Locale.ROOT)),
              value,
              denial(entries),
              line,
              isOfLines);
    };
  }

  private static PayerAction say(
      Weight weight, String message, Map<String, Node> entries, int line, boolean isOfLines)
      throws Refused {
    String remedy = YamlRule.text(YamlRule.required(entries, "fix", line));
    Node at = entries.get("at");
    @Nullable ClaimField field =
        at == null ? null : ConditionForm.field(YamlRule.text(at), YamlRule.line(at));
    if (field != null && at != null) checkLine(field, YamlRule.line(at), isOfLines);
    return new PayerAction.Say(weight, message, remedy, field, denial(entries));
  }

  private static @Nullable Carc denial(Map<String, Node> entries) throws Refused {
    Node denial = entries.get("denial");
    if (denial == null) return null;
    String code = YamlRule.text(denial);
    return Carc.parse(code)
        .orElseThrow(() ->
            new Refused(
                YamlRule.line(denial),
                "\"" + code + "\" is no claim adjustment reason code.",
                "Write it as on the remittance, without the group: 16, B7."));
  }

  private static PayerAction write(
      Manner manner, String text, @Nullable Carc denial, int line, boolean isOfLines)
      throws Refused {
    int space = text.indexOf(' ');
    String name = space < 0 ? text : text.substring(0, space);
    List<String> values = space < 0 ? List.of() : YamlRule.values(text.substring(space + 1));
    ClaimField field = ConditionForm.field(name, line);
    if (field.access() != Access.CHANGEABLE) {
      throw new Refused(line, "Rules do not change " + name + ".", "Hold the claim instead.");
    }
    checkLine(field, line, isOfLines);
    boolean isList = field.type() == FieldType.CODE_LIST;
    if (manner != Manner.SET && !isList) {
      throw new Refused(line, name + " holds one value.", "Use \"set\".");
    }
    if (manner != Manner.SET && values.isEmpty()) {
      throw new Refused(line, "There is no value.", "Write it after the field.");
    }
    if (!isList && values.size() > 1) values = List.of(String.join(", ", values));
    if (!fits(field, values)) {
      throw new Refused(
          line, name + " cannot hold " + String.join(", ", values) + ".", "Correct the value.");
    }
    return new PayerAction.Write(manner, field, values, denial);
  }

  private static void checkLine(ClaimField field, int line, boolean isOfLines) throws Refused {
    if (field.isOfLine() && !isOfLines) {
      throw new Refused(
          line,
          "The rule does not say which line it means by " + field.title() + ".",
          "Add a condition on a field of the line.");
    }
  }

  private static boolean fits(ClaimField field, List<String> values) {
    Claim plain = ExampleClaim.plainVisit();
    var draft = new ClaimDraft(plain);
    draft.total = Money.ZERO;
    try {
      if (field.isOfLine()) LineFieldWriter.write(field, values, draft.lines.getFirst());
      else FieldWriter.write(field, values, draft);
      return true;
    } catch (FieldWriter.Misfit e) {
      return false;
    }
  }
}
