package org.cleanclaim.edits.payerrule;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cleanclaim.edits.payerrule.RuleExample.Expected;
import org.cleanclaim.edits.payerrule.YamlRule.Refused;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/// Reads one rule from its YAML text.
final class RuleForm {
  private static final int USUAL_ORDER = 100;
  private static final Set<String> KEYS =
      Set.of(
          "rule",
          "version",
          "title",
          "intent",
          "owner",
          "reason",
          "source",
          "from",
          "until",
          "order",
          "after",
          "scope",
          "when",
          "do",
          "examples");
  private static final Set<String> SCOPE_KEYS =
      Set.of("payers", "payerClasses", "claimTypes", "billingNpis", "renderingNpis");

  private RuleForm() {}

  static PayerRule read(Node node, String file) throws Refused {
    int line = YamlRule.line(node);
    Map<String, Node> entries = YamlRule.entries(node, KEYS);
    var conditions = ConditionForm.readAll(YamlRule.required(entries, "when", line));
    boolean isOfLines = conditions.stream().anyMatch(c -> !c.lineFields().isEmpty());
    var actions = ActionForm.readAll(YamlRule.required(entries, "do", line), isOfLines);
    int version = number(YamlRule.required(entries, "version", line));
    if (version < 1) {
      throw new Refused(line, "Versions count from 1.", "Write \"version: 1\".");
    }
    Node order = entries.get("order");
    Node after = entries.get("after");
    return new PayerRule(
        id(YamlRule.required(entries, "rule", line)),
        version,
        text(entries, "title", line),
        text(entries, "intent", line),
        text(entries, "owner", line),
        text(entries, "reason", line),
        text(entries, "source", line),
        period(entries, line),
        order == null ? USUAL_ORDER : number(order),
        after == null ? PayerRule.After.CONTINUE : oneOf(after, PayerRule.After.values()),
        scope(entries.get("scope")),
        conditions,
        actions,
        examples(entries.get("examples")),
        file,
        line);
  }

  private static String text(Map<String, Node> entries, String key, int line) throws Refused {
    return YamlRule.text(YamlRule.required(entries, key, line));
  }

  private static RuleId id(Node node) throws Refused {
    try {
      return new RuleId(YamlRule.text(node));
    } catch (IllegalArgumentException e) {
      throw new Refused(
          YamlRule.line(node),
          "The id of a rule has 3 to 40 capital letters, digits and hyphens.",
          "Write it like MY-PAYER-001.");
    }
  }

  private static int number(Node node) throws Refused {
    try {
      return Integer.parseInt(YamlRule.text(node));
    } catch (NumberFormatException e) {
      throw new Refused(YamlRule.line(node), "A whole number is expected here.", "Write it so.");
    }
  }

  private static EffectivePeriod period(Map<String, Node> entries, int line) throws Refused {
    LocalDate from = day(YamlRule.required(entries, "from", line));
    Node end = entries.get("until");
    @Nullable LocalDate until = end == null ? null : day(end);
    if (end != null && until != null && !until.isAfter(from)) {
      throw new Refused(
          YamlRule.line(end),
          "The rule ends before it begins.",
          "\"until\" is the first day on which it no longer holds.");
    }
    return new EffectivePeriod(from, until);
  }

  private static LocalDate day(Node node) throws Refused {
    try {
      return LocalDate.parse(YamlRule.text(node));
    } catch (DateTimeParseException e) {
      throw new Refused(YamlRule.line(node), "A day is expected here.", "Write it as 2026-01-31.");
    }
  }

  private static <E extends Enum<E>> E oneOf(Node node, E[] values) throws Refused {
    String text = YamlRule.text(node).toUpperCase(Locale.ROOT).replace(' ', '_');
    for (E value : values) {
      if (value.name().equals(text)) return value;
    }
    throw new Refused(
        YamlRule.line(node),
        "\"" + YamlRule.text(node) + "\" is none of the words for this.",
        "Use one of: "
            + String.join(", ", List.of(values).stream().map(Enum::name).toList())
            + ".");
  }

  private static RuleScope scope(@Nullable Node node) throws Refused {
    if (node == null) return new RuleScope(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    Map<String, Node> entries = YamlRule.entries(node, SCOPE_KEYS);
    return new RuleScope(
        set(entries.get("payers"), PayerId::parse),
        words(entries.get("payerClasses"), PayerClass.values()),
        words(entries.get("claimTypes"), ClaimType.values()),
        set(entries.get("billingNpis"), Npi::parse),
        set(entries.get("renderingNpis"), Npi::parse));
  }

  private static <E extends Enum<E>> Set<E> words(@Nullable Node node, E[] values) throws Refused {
    var set = new LinkedHashSet<E>();
    if (node != null) {
      for (Node each : YamlRule.list(node)) set.add(oneOf(each, values));
    }
    return set;
  }

  private static <T> Set<T> set(@Nullable Node node, Function<String, Optional<T>> parse)
      throws Refused {
    var set = new LinkedHashSet<T>();
    if (node == null) return set;
    for (String value : YamlRule.values(node)) {
      set.add(
          parse
              .apply(value)
              .orElseThrow(() ->
                  new Refused(
                      YamlRule.line(node),
                      "\"" + value + "\" is no such number.",
                      "Correct it; an NPI has ten digits with a check digit.")));
    }
    return set;
  }

  private static List<RuleExample> examples(@Nullable Node node) throws Refused {
    var examples = new ArrayList<RuleExample>();
    if (node == null) return examples;
    Map<String, Node> entries = YamlRule.entries(node, Set.of("passes", "fails"));
    for (var entry : entries.entrySet()) {
      var expected = entry.getKey().equals("passes") ? Expected.PASSES : Expected.FAILS;
      for (Node each : YamlRule.list(entry.getValue())) examples.add(example(expected, each));
    }
    return examples;
  }

  private static RuleExample example(Expected expected, Node node) throws Refused {
    String name = "";
    Map<ClaimField, List<String>> claim = new LinkedHashMap<>();
    var lines = new ArrayList<Map<ClaimField, List<String>>>();
    for (var entry : YamlRule.entries(node, null).entrySet()) {
      Node value = entry.getValue();
      switch (entry.getKey()) {
        case "name" -> name = YamlRule.text(value);
        case "lines" -> {
          for (Node line : YamlRule.list(value)) {
            Map<ClaimField, List<String>> fields = new LinkedHashMap<>();
            for (var of : YamlRule.entries(line, null).entrySet()) {
              int at = YamlRule.line(of.getValue());
              fields.put(
                  ConditionForm.field("line." + of.getKey(), at), YamlRule.values(of.getValue()));
            }
            lines.add(fields);
          }
        }
        default ->
            claim.put(
                ConditionForm.field(entry.getKey(), YamlRule.line(value)), YamlRule.values(value));
      }
    }
    var example = new RuleExample(expected, name, claim, lines, YamlRule.line(node));
    try {
      ExampleClaim.of(example);
    } catch (FieldWriter.Misfit e) {
      throw new Refused(
          YamlRule.line(node), "The example is no claim: " + e.getMessage() + ".", "Correct it.");
    }
    return example;
  }
}
