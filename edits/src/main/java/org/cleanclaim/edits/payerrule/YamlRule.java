package org.cleanclaim.edits.payerrule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The parts of a YAML text with the lines they stand on. Values are taken as they are written: a
/// code `0001` stays `0001`, whatever YAML makes of numbers.
final class YamlRule {
  /// Something that does not belong where it stands.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String remedy;

    Refused(int line, String reason, String remedy) {
      super(reason);
      this.line = line;
      this.remedy = remedy;
    }

    int line() {
      return line;
    }

    String remedy() {
      return remedy;
    }
  }

  private YamlRule() {}

  /// 1-based.
  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /// The entries of a mapping, each key once and, where names are given, among them.
  static Map<String, Node> entries(Node node, @Nullable Set<String> allowed) throws Refused {
    if (!(node instanceof MappingNode mapping)) {
      throw new Refused(
          line(node), "Names with values are expected here.", "Write \"name: value\".");
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode());
      if (allowed != null && !allowed.contains(key)) {
        throw new Refused(
            line(tuple.getKeyNode()),
            "There is no \"" + key + "\" here.",
            "Use one of: " + String.join(", ", allowed.stream().sorted().toList()) + ".");
      }
      if (entries.put(key, tuple.getValueNode()) != null) {
        throw new Refused(
            line(tuple.getKeyNode()), "\"" + key + "\" stands twice.", "Remove one of them.");
      }
    }
    return entries;
  }

  static String text(Node node) throws Refused {
    if (node instanceof ScalarNode scalar) return scalar.getValue().strip();
    throw new Refused(line(node), "A single value is expected here.", "Write it on one line.");
  }

  static Node required(Map<String, Node> entries, String key, int line) throws Refused {
    Node node = entries.get(key);
    if (node == null || (node instanceof ScalarNode scalar && scalar.getValue().isBlank())) {
      throw new Refused(
          node == null ? line : line(node), "\"" + key + "\" is missing.", "Add \"" + key + ":\".");
    }
    return node;
  }

  /// The parts of a list; a single value is a list of one.
  static List<Node> list(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  /// Values of a list, or values with commas between them.
  static List<String> values(Node node) throws Refused {
    var values = new ArrayList<String>();
    if (node instanceof SequenceNode sequence) {
      for (Node each : sequence.getValue()) values.add(text(each));
    } else {
      values.addAll(values(text(node)));
    }
    return values;
  }

  static List<String> values(String text) {
    var values = new ArrayList<String>();
    for (String part : text.split(",", -1)) {
      if (!part.isBlank()) values.add(part.strip());
    }
    return values;
  }
}
