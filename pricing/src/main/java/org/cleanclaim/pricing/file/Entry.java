package org.cleanclaim.pricing.file;

import java.io.Reader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A mapping of a file: names with values, each with its line. Faults are collected; the value that
/// stands in for a faulty one is never used, as a file with faults is refused.
final class Entry {
  private final String file;
  private final List<String> problems;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();

  private Entry(String file, MappingNode node, List<String> problems) {
    this.file = file;
    this.problems = problems;
    this.line = lineOf(node);
    for (NodeTuple tuple : node.getValue()) {
      String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
      lines.put(name, lineOf(tuple.getKeyNode()));
      if (values.put(name, tuple.getValueNode()) != null) {
        refuse(name, "it stands there twice", "Keep one of them");
      }
    }
  }

  private static int lineOf(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }

  /// The mapping that a file consists of; null, with the problem told, when it is none.
  static @Nullable Entry read(String file, Reader source, List<String> problems) {
    try {
      var options = new LoaderOptions();
      Node node = new Yaml(new SafeConstructor(options)).compose(source);
      if (node instanceof MappingNode mapping) return new Entry(file, mapping, problems);
      problems.add(file + ": it holds no names with values. Write them as `name: value` lines.");
    } catch (MarkedYAMLException e) {
      problems.add(
          "%s, line %d: this is neither YAML nor JSON (%s). Mend the line."
              .formatted(
                  file,
                  e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1,
                  String.valueOf(e.getProblem()).replaceAll("\\s+", " ")));
    } catch (YAMLException e) {
      problems.add(
          file + ": this is neither YAML nor JSON. Save it as plain text in UTF-8 and try again.");
    }
    return null;
  }

  /// Tells a fault of a value.
  void refuse(String name, String fault, String remedy) {
    problems.add(
        "%s, line %d: \"%s\": %s. %s."
            .formatted(file, lines.getOrDefault(name, line), name, fault, remedy));
  }

  /// Tells names that nobody asked for.
  void finish() {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        refuse(
            name,
            "nothing has this name here",
            "Take it out, or write one of " + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  boolean has(String name) {
    known.add(name);
    return values.containsKey(name);
  }

  private @Nullable Node node(String name) {
    known.add(name);
    return values.get(name);
  }

  private @Nullable String scalar(String name) {
    Node node = node(name);
    if (node == null) return null;
    if (node instanceof ScalarNode scalar) return scalar.getValue().strip();
    refuse(name, "it is not a single value", "Write one value");
    return null;
  }

  private <T> @Nullable T parsed(
      String name, Function<String, Optional<T>> parse, String fault, String remedy) {
    String text = scalar(name);
    if (text == null) return null;
    var value = parse.apply(text);
    if (value.isEmpty()) refuse(name, "\"%s\" is %s".formatted(text, fault), remedy);
    return value.orElse(null);
  }

  private <T> T required(String name, @Nullable T value, T standIn) {
    if (value != null) return value;
    if (!values.containsKey(name)) refuse(name, "it is missing", "Add it");
    return standIn;
  }

  String text(String name) {
    return required(name, optionalText(name), "");
  }

  @Nullable String optionalText(String name) {
    return parsed(
        name,
        t -> t.isEmpty() ? Optional.empty() : Optional.of(t),
        "no text",
        "Write a text or take the name out");
  }

  Money money(String name) {
    return required(name, optionalMoney(name), Money.ZERO);
  }

  @Nullable Money optionalMoney(String name) {
    return parsed(
        name,
        t -> Money.parse(t).filter(m -> !m.isNegative()),
        "no dollar amount of zero or more",
        "Write it as 125.00");
  }

  @Nullable Integer optionalCount(String name) {
    return parsed(
        name,
        t -> t.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(t)) : Optional.empty(),
        "no count",
        "Write a whole number");
  }

  BigDecimal share(String name, BigDecimal most) {
    return required(name, optionalShare(name, most), BigDecimal.ZERO);
  }

  @Nullable BigDecimal optionalShare(String name, BigDecimal most) {
    return parsed(
        name,
        t -> shareOf(t, most),
        "no share between 0 and " + most.toPlainString(),
        "Write 20 percent as 0.20");
  }

  static Optional<BigDecimal> shareOf(String text, BigDecimal most) {
    if (!text.matches("\\d{1,3}(\\.\\d{1,6})?")) return Optional.empty();
    var share = new BigDecimal(text);
    return share.compareTo(most) > 0 ? Optional.empty() : Optional.of(share);
  }

  LocalDate date(String name) {
    return required(name, optionalDate(name), LocalDate.EPOCH);
  }

  @Nullable LocalDate optionalDate(String name) {
    return parsed(name, Entry::dateOf, "no date", "Write it as 2026-01-31");
  }

  private static Optional<LocalDate> dateOf(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// `from` with an `until` that may be absent: the first day on which it no longer holds.
  EffectivePeriod period() {
    LocalDate from = date("from");
    LocalDate until = optionalDate("until");
    if (until != null && !until.isAfter(from)) {
      refuse(
          "until", "it is not after \"from\"", "State the first day on which it no longer holds");
      return EffectivePeriod.from(from);
    }
    return new EffectivePeriod(from, until);
  }

  /// A word that stands for one of the constants, in lower case.
  <E extends Enum<E>> E choice(String name, Class<E> of, E otherwise) {
    E value =
        parsed(
            name,
            t -> constant(t, of),
            "none of " + words(of),
            "Choose one of them or take the name out");
    return value == null ? otherwise : value;
  }

  static <E extends Enum<E>> Optional<E> constant(String word, Class<E> of) {
    for (E constant : of.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(word)) return Optional.of(constant);
    }
    return Optional.empty();
  }

  static <E extends Enum<E>> String words(Class<E> of) {
    var words = new ArrayList<String>();
    for (E constant : of.getEnumConstants()) words.add(constant.name().toLowerCase(Locale.ROOT));
    return String.join(", ", words);
  }

  /// Single values in a list; empty when the name is absent.
  List<String> list(String name) {
    Node node = node(name);
    if (node == null) return List.of();
    var texts = new ArrayList<String>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar) texts.add(scalar.getValue().strip());
        else refuse(name, "an item is not a single value", "Write one value for each item");
      }
    } else {
      refuse(name, "it is no list", "Write it as [a, b]");
    }
    return texts;
  }

  /// The mapping under a name; null when absent.
  @Nullable Entry entry(String name) {
    Node node = node(name);
    if (node == null) return null;
    if (node instanceof MappingNode mapping) return new Entry(file, mapping, problems);
    refuse(name, "it holds no names with values", "Write `name: value` lines below it");
    return null;
  }

  /// Whether the value is a single one, not a mapping or a list.
  boolean isScalar(String name) {
    return node(name) instanceof ScalarNode;
  }

  /// The names, all of which are thereby known.
  Set<String> names() {
    known.addAll(values.keySet());
    return values.keySet();
  }

  /// The mappings of a list.
  List<Entry> entries(String name) {
    Node node = node(name);
    if (node == null) return List.of();
    var entries = new ArrayList<Entry>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof MappingNode mapping) entries.add(new Entry(file, mapping, problems));
        else refuse(name, "an item holds no names with values", "Write `- name: value`");
      }
    } else {
      refuse(name, "it is no list", "Begin each item with a dash");
    }
    return entries;
  }
}
