package org.cleanclaim.grouping.hcc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a model says beside its tables, read from `models.txt`.
///
/// @param interactions in the order of the file
/// @param left categories that never count, since all members of the model have the condition
/// @param needs categories that count only beside one of others
record ModelRules(List<Interaction> interactions, Map<Integer, BitSet> needs, BitSet left) {
  private static final String RESOURCE = "models.txt";

  ModelRules {
    interactions = List.copyOf(interactions);
    needs = Map.copyOf(needs);
  }

  static ModelRules of(RiskModel model) {
    var interactions = new ArrayList<Interaction>();
    var needs = new HashMap<Integer, BitSet>();
    var left = new BitSet();
    for (String line : lines()) {
      if (line.isBlank() || line.startsWith("#")) continue;
      String[] words = line.split(" +", 4);
      if (!Arrays.asList(words[1].split(",", -1)).contains(model.name())) continue;
      switch (words[0]) {
        case "interaction" -> interactions.add(Interaction.of(words[2], words[3]));
        case "needs" -> needs.put(Integer.parseInt(words[2]), Interaction.categories(words[3]));
        case "leaves" -> left.or(Interaction.categories(words[2]));
        default -> throw new IllegalStateException(RESOURCE + ": " + line);
      }
    }
    return new ModelRules(interactions, needs, left);
  }

  private static List<String> lines() {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ModelRules.class.getResourceAsStream(RESOURCE)),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
