package org.cleanclaim.edits.payerrule;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.edits.payerrule.ReadRules.Refusal;
import org.cleanclaim.edits.payerrule.YamlRule.Refused;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads rules from YAML files (`.yaml`, `.yml`), one or several to a file with `---` between them.
public final class PayerRuleFiles {
  private static final List<String> STARTER =
      List.of(
          "administrative.yaml",
          "drugs.yaml",
          "laboratory.yaml",
          "modifiers.yaml",
          "payers.yaml",
          "telehealth.yaml",
          "visits.yaml");
  private static final int LARGEST = 1_000_000;

  private final List<PayerRule> rules = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  private PayerRuleFiles() {}

  /// Reads all files of a folder and the folders below it, in the order of their names; or one
  /// file.
  public static ReadRules read(Path folder) throws IOException {
    var files = new PayerRuleFiles();
    List<Path> paths;
    try (var walk = Files.walk(folder)) {
      paths =
          walk.filter(Files::isRegularFile)
              .filter(path -> path.toString().matches(".*\\.ya?ml"))
              .sorted()
              .toList();
    }
    for (Path path : paths) {
      String name = path.equals(folder) ? path.toString() : folder.relativize(path).toString();
      files.add(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    }
    return files.finish();
  }

  /// Reads the text of one file.
  ///
  /// @param file for messages
  public static ReadRules read(String file, String text) {
    var files = new PayerRuleFiles();
    files.add(file, text);
    return files.finish();
  }

  /// The rules that come with the product.
  public static ReadRules starter() {
    var files = new PayerRuleFiles();
    for (String name : STARTER) {
      try (InputStream in = PayerRuleFiles.class.getResourceAsStream(name)) {
        if (in == null) throw new IllegalStateException("missing rules " + name);
        files.add(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files.finish();
  }

  private void add(String file, String text) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(20);
    options.setCodePointLimit(LARGEST);
    try {
      for (Node node : new Yaml(options).composeAll(new StringReader(text))) {
        if (node instanceof ScalarNode scalar && scalar.getValue().isEmpty()) continue;
        rule(file, node);
      }
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      int line = mark == null ? 1 : mark.getLine() + 1;
      refuse(
          file,
          line,
          null,
          "The file is not in form: " + e.getProblem() + ".",
          "Correct the line; what stands before it was read.");
    } catch (YAMLException e) {
      refuse(
          file,
          1,
          null,
          "The file cannot be read as YAML.",
          "Save it as plain text of at most 1 MB, without aliases.");
    }
  }

  private void rule(String file, Node node) {
    try {
      rules.add(RuleForm.read(node, file));
    } catch (Refused e) {
      refuse(file, e.line(), id(node), String.valueOf(e.getMessage()), e.remedy());
    }
  }

  private void refuse(String file, int line, @Nullable String id, String reason, String remedy) {
    refusals.add(new Refusal(file, line, id, reason, remedy));
  }

  private static @Nullable String id(Node node) {
    if (!(node instanceof MappingNode mapping)) return null;
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key
          && key.getValue().equals("rule")
          && tuple.getValueNode() instanceof ScalarNode value) return value.getValue();
    }
    return null;
  }

  /// Refuses versions that overlap earlier ones of the same rule.
  private ReadRules finish() {
    var held = Collections.newSetFromMap(new IdentityHashMap<PayerRule, Boolean>());
    Map<String, List<PayerRule>> byId = new HashMap<>();
    var inVersions = rules.stream().sorted(Comparator.comparingInt(PayerRule::version)).toList();
    for (PayerRule rule : inVersions) {
      var earlier = byId.computeIfAbsent(rule.id().value(), id -> new ArrayList<>());
      var other = earlier.stream().filter(e -> e.period().overlaps(rule.period())).findFirst();
      if (other.isPresent()) {
        refuse(
            rule.file(),
            rule.line(),
            rule.id().value(),
            "Version %d holds on days of version %d (%s:%d)."
                .formatted(
                    rule.version(), other.get().version(), other.get().file(), other.get().line()),
            "Give the earlier version an \"until\", or the later another \"from\".");
      } else {
        earlier.add(rule);
        held.add(rule);
      }
    }
    var taken = rules.stream().filter(held::contains).toList();
    return new ReadRules(taken, refusals, RuleConflict.among(taken));
  }
}
